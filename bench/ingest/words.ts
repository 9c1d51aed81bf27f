/** Words of made-up digests. */
export const korean =
  '모델 언어 확산 학습 데이터 성능 방법 제안 결과 이미지 생성 영상 추론 실험 기존 새로운 연구 논문 평가 벤치마크 효율 정확도 구조 토큰 정렬 보상 강화 사용자 장면 합성 압축 검색 지식 질문 답변 코드 수학 음성 로봇 정책 환경 다중 모달 시각 공간 시간 표현 손실 함수 최적화 미세조정 사전학습 프롬프트'.split(
    ' '
  )
export const endings = ['을', '를', '이', '가', '은', '는', '의', '에서', '으로', '과', '']
export const english =
  'Scaling Diffusion Transformers Language Models Efficient Video Generation Reasoning Alignment Preference Learning Retrieval Augmented Agents Vision Benchmark Sparse Attention Context Long Synthetic Data Tuning Reward Policy Robust Multimodal Latent Consistency Distillation Quantization Open World 3D Gaussian Splatting Speech Code Math Evaluation'.split(
    ' '
  )
export const given = 'Mina Jae Sora Hugo Lena Omar Wei Ana Ravi Tom Yuki Eva Noor Paul Iris Dae'.split(' ')
export const family = 'Kim Lee Park Choi Novak Rossi Chen Garcia Patel Tanaka Haddad Weber Silva Jung'.split(
  ' '
)
