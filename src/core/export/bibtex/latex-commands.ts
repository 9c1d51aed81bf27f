/**
 * The commands that an entry may hold: what LaTeX itself (2020 or later) and amssymb define, so that an entry
 * needs no further package. Anything else that looks like a command is text, which also keeps `\input` out.
 */

const words = (list: string): string[] => list.trim().split(/\s+/)

/** Accents, which take a letter. */
const accents = words('` \' ^ ~ = . " u v H c d b k r textcommabelow')

const textSymbols = words(String.raw`
  # $ % & _ i j l L o O ae AE oe OE aa AA ss dh DH th TH dj DJ ng NG ij IJ S P dag ddag dots pounds copyright
  textasciiacute textasciibreve textasciicaron textasciicircum textasciidieresis textasciigrave textasciimacron
  textasciitilde textbackslash textbar textbardbl textbraceleft textbraceright textbrokenbar textbullet
  textcelsius textcent textcopyright textcurrency textdegree textdiv texteuro textexclamdown textflorin
  textfractionsolidus textgreater textless textlnot textmu textnumero textohm textonehalf textonequarter textonesuperior
  textordfeminine textordmasculine textpertenthousand textperthousand textpm textquestiondown textregistered
  textsurd textthreequarters textthreesuperior texttimes texttrademark texttwosuperior textyen
  guillemotleft guillemotright guilsinglleft guilsinglright quotedblbase quotesinglbase`)

/** Commands of text mode, without their backslash. */
export const textCommands: ReadonlySet<string> = new Set([...accents, ...textSymbols])
export const textAccents: ReadonlySet<string> = new Set(accents)

/** Symbols, operators and spaces of math mode that take no argument, without their backslash. */
export const mathSymbols: ReadonlySet<string> = new Set(
  words(String.raw`
  # % & _ , ; : ! > |
  alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho
  sigma varsigma tau upsilon phi varphi chi psi omega
  Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
  aleph hbar imath jmath ell wp Re Im partial infty prime emptyset varnothing nabla surd top bot angle forall
  exists neg lnot flat natural sharp backslash triangle square checkmark bigstar
  clubsuit diamondsuit heartsuit spadesuit circ bullet cdot ast star diamond dag ddag dagger ddagger
  pm mp times div oplus ominus otimes oslash odot cap cup uplus sqcap sqcup wedge land vee lor setminus wr amalg
  bigcirc bigtriangleup bigtriangledown triangleleft triangleright
  leq le geq ge ll gg neq ne equiv sim simeq approx cong asymp doteq propto prec succ preceq succeq lesssim gtrsim
  subset supset subseteq supseteq sqsubseteq sqsupseteq in notin ni mid parallel perp vdash dashv models bowtie
  smile frown not
  leftarrow gets rightarrow to leftrightarrow uparrow downarrow updownarrow Leftarrow Rightarrow Leftrightarrow
  Uparrow Downarrow Updownarrow longleftarrow longrightarrow longleftrightarrow Longleftarrow Longrightarrow
  Longleftrightarrow mapsto longmapsto nearrow searrow swarrow nwarrow hookleftarrow hookrightarrow iff
  leftharpoonup leftharpoondown rightharpoonup rightharpoondown rightleftharpoons
  sum prod coprod int oint bigcap bigcup bigsqcup bigvee bigwedge bigodot bigotimes bigoplus biguplus
  lceil rceil lfloor rfloor langle rangle lbrace rbrace lbrack rbrack vert Vert lgroup rgroup
  ldots cdots vdots ddots dots quad qquad
  arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max
  min Pr sec sin sinh sup tan tanh`)
)

/** Commands of math mode with arguments: the command to write (amsmath's and text's have a plain twin) and how many. */
export const mathFunctions: ReadonlyMap<string, { write: string; args: number }> = new Map([
  ...words(
    'mathbb mathbf mathcal mathfrak mathit mathrm mathsf mathtt hat check breve acute grave tilde bar vec dot ddot ' +
      'mathring widehat widetilde overline underline overrightarrow overleftarrow overbrace underbrace sqrt'
  ).map((name) => [name, { write: name, args: 1 }] as const),
  ...words('text textrm textnormal textup mbox operatorname').map(
    (n) => [n, { write: 'mathrm', args: 1 }] as const
  ),
  ...words('textbf boldsymbol bm pmb').map((name) => [name, { write: 'mathbf', args: 1 }] as const),
  ...words('textit emph').map((name) => [name, { write: 'mathit', args: 1 }] as const),
  ['textsf', { write: 'mathsf', args: 1 }],
  ['texttt', { write: 'mathtt', args: 1 }],
  ...words('frac stackrel').map((name) => [name, { write: name, args: 2 }] as const),
  ...words('dfrac tfrac').map((name) => [name, { write: 'frac', args: 2 }] as const)
])
