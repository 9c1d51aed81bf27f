const en = {
  file: 'File',
  chooseFolder: 'Choose Digest Folder…',
  exportBibtex: 'Export BibTeX…',
  copyBibtex: 'Copy BibTeX',
  settings: 'Settings…',
  edit: 'Edit',
  undo: 'Undo Typing',
  redo: 'Redo Typing',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  find: 'Find Papers…',
  paper: 'Paper',
  next: 'Next',
  previous: 'Previous',
  star: 'Star',
  queue: 'Put in “To read”',
  skip: 'Skip',
  read: 'Mark as Read',
  note: 'Write Note',
  open: 'Open Link',
  undoAction: 'Undo Last Action',
  redoAction: 'Redo Last Action',
  view: 'View',
  theme: 'Theme',
  themeSystem: 'Like the System',
  themeLight: 'Light',
  themeDark: 'Dark',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  window: 'Window',
  help: 'Help',
  shortcuts: 'Keyboard Shortcuts',
  quit: 'Quit'
}

export type MenuWords = typeof en

const ko: MenuWords = {
  file: '파일',
  chooseFolder: '다이제스트 폴더 선택…',
  exportBibtex: 'BibTeX 내보내기…',
  copyBibtex: 'BibTeX 복사',
  settings: '설정…',
  edit: '편집',
  undo: '입력 취소',
  redo: '입력 다시 실행',
  cut: '잘라내기',
  copy: '복사',
  paste: '붙여넣기',
  selectAll: '모두 선택',
  find: '논문 찾기…',
  paper: '논문',
  next: '다음',
  previous: '이전',
  star: '별표',
  queue: '읽을 목록에 넣기',
  skip: '건너뛰기',
  read: '읽음으로 표시',
  note: '메모 쓰기',
  open: '링크 열기',
  undoAction: '마지막 작업 취소',
  redoAction: '마지막 작업 다시 실행',
  view: '보기',
  theme: '테마',
  themeSystem: '시스템 설정에 맞춤',
  themeLight: '밝게',
  themeDark: '어둡게',
  actualSize: '실제 크기',
  zoomIn: '확대',
  zoomOut: '축소',
  fullScreen: '전체 화면',
  window: '윈도우',
  help: '도움말',
  shortcuts: '키보드 단축키',
  quit: '종료'
}

export type Language = 'en' | 'ko'

export const menuWords: Record<Language, MenuWords> = { en, ko }

/** The language to speak, from the setting and the system's locale such as `ko-KR`. */
export const languageOf = (setting: 'system' | Language, locale: string): Language =>
  setting === 'system' ? (/^ko\b/i.test(locale) ? 'ko' : 'en') : setting
