import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { seededRandom } from '../random.ts'

const korean =
  '모델 언어 확산 학습 데이터 성능 방법 제안 결과 이미지 생성 영상 추론 실험 기존 새로운 연구 논문 평가 벤치마크 효율 정확도 구조 토큰 정렬 보상 강화 사용자 장면 합성 압축 검색 지식 질문 답변 코드 수학 음성 로봇 정책 환경 다중 모달 시각 공간 시간 표현 손실 함수 최적화 미세조정 사전학습 프롬프트'.split(
    ' '
  )
const endings = ['을', '를', '이', '가', '은', '는', '의', '에서', '으로', '과', '']
const english =
  'Scaling Diffusion Transformers Language Models Efficient Video Generation Reasoning Alignment Preference Learning Retrieval Augmented Agents Vision Benchmark Sparse Attention Context Long Synthetic Data Tuning Reward Policy Robust Multimodal Latent Consistency Distillation Quantization Open World 3D Gaussian Splatting Speech Code Math Evaluation'.split(
    ' '
  )
const given = 'Mina Jae Sora Hugo Lena Omar Wei Ana Ravi Tom Yuki Eva Noor Paul Iris Dae'.split(' ')
const family = 'Kim Lee Park Choi Novak Rossi Chen Garcia Patel Tanaka Haddad Weber Silva Jung'.split(' ')

/**
 * Writes an archive in the digests' shape: `files` days of about 15 papers, the same bytes in every run.
 * @returns its size in bytes
 */
export function writeArchive(folder: string, files: number): number {
  const random = seededRandom(files)
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  const many = (count: number, make: () => string): string => Array.from({ length: count }, make).join(' ')
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
  let bytes = 0
  let paper = 0
  for (let file = 0; file < files; file++) {
    const day = new Date(Date.UTC(2016, 0, 1) + file * 86_400_000).toISOString().slice(0, 10)
    let text = `## Daily Papers (${day})\n`
    for (let i = between(11, 19); i > 0; i--) {
      const id = `${day.slice(2, 4)}${day.slice(5, 7)}.${String(paper++ % 100_000).padStart(5, '0')}`
      const authors = Array.from({ length: between(2, 12) }, () => `${pick(given)} ${pick(family)}`).join(
        ', '
      )
      text += `\n### [${many(between(5, 11), () => pick(english))}](https://arxiv.org/abs/${id})\n\n`
      text += `![](https://images.example/${id}.png)\n\nVote: ${between(0, 90)}\n\nAuthors: ${authors}\n\n`
      for (const label of ["What's New", 'Technical Details', 'Performance Highlights'])
        text += `- **${label}**: ${many(between(25, 45), () => pick(korean) + pick(endings))}(${pick(english)}).\n`
    }
    const path = join(folder, day.slice(0, 4), day.slice(5, 7), `${day.slice(8)}.md`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    bytes += Buffer.byteLength(text)
  }
  return bytes
}
