/** Words of made-up digests: what research papers are about, in both languages. */
export const nouns = (
  '모델 언어 확산 학습 데이터 데이터셋 생성 이미지 비디오 텍스트 성능 평가 추론 강화 보상 정책 정렬 주의 어텐션 ' +
  '트랜스포머 토큰 토크나이저 임베딩 표현 벡터 양자화 압축 증류 사전학습 미세조정 지시 프롬프트 질문 답변 대화 ' +
  '에이전트 도구 계획 기억 검색 문서 문맥 길이 창 코드 프로그램 수학 증명 문제 해결 벤치마크 오류 안전 편향 ' +
  '윤리 공격 방어 물체 탐지 분할 추적 깊이 장면 복원 카메라 자세 동작 얼굴 음성 음악 오디오 번역 요약 분류 군집 ' +
  '그래프 신경망 합성곱 순환 잠재 공간 변분 정규화 손실 함수 최적화 경사 배치 규모 법칙 매개변수 가중치 희소 ' +
  '전문가 혼합 병렬 분산 메모리 캐시 속도 지연 비용 효율 품질 다양성 일관성 제어 조건 편집 해상도 노이즈 샘플 ' +
  '단계 시간 로봇 조작 보행 시뮬레이션 환경 세계 게임 의료 영상 단백질 분자 날씨 예측 시계열 추천 사용자 선호 ' +
  '피드백 인간 주석 합성 필터링 중복 품사 구문 의미 지식 개체 관계 추출 다국어 한국어 저자원 방법 접근 방식 연구 ' +
  '논문 실험 결과 분석 비교 기반 구조 설계 모듈 계층 블록 파이프라인 프레임워크 알고리즘 이론 가설 한계 가능성'
).split(' ')

export const particles = '은 는 이 가 을 를 의 에 에서 로 으로 와 과 도 만 까지 부터 보다 에게 마다'.split(
  ' '
)

export const predicates = (
  '제안합니다 소개합니다 달성했습니다 향상시킵니다 보여줍니다 개선하였습니다 활용합니다 분석합니다 해결합니다 ' +
  '줄입니다 넘어섭니다 가능하게 합니다 입증하였습니다 학습합니다 생성합니다 유지하면서 사용하여 적용한 통해 위해 ' +
  '대한 기존의 새로운 다양한 효과적인 복잡한 대규모 높은 낮은 여러 모든 각각의'
).split(' ')

export const english = (
  'model language diffusion learning data dataset generation image video text performance evaluation reasoning ' +
  'reinforcement reward policy alignment attention transformer token embedding representation vector quantization ' +
  'compression distillation pretraining tuning instruction prompt question answer dialogue agent tool planning ' +
  'memory retrieval document context length window code program math proof problem benchmark error safety bias ' +
  'attack defense object detection segmentation tracking depth scene reconstruction camera pose motion face speech ' +
  'music audio translation summary classification graph network convolution latent space normalization loss ' +
  'function optimization gradient batch scale law parameter weight sparse expert mixture parallel distributed ' +
  'cache speed latency cost efficiency quality diversity consistency control condition editing resolution noise ' +
  'sample step time robot manipulation locomotion simulation environment world game medical protein molecule ' +
  'weather forecasting series recommendation user preference feedback human annotation synthetic filtering ' +
  'knowledge entity relation extraction multilingual towards beyond rethinking improving scaling learning unified ' +
  'efficient robust general open adaptive hierarchical progressive dynamic interactive universal neural deep large'
).split(' ')

/** Written with a hyphen, in one word, or apart, as authors please. */
export const chains = [
  ['text', 'to', 'image'],
  ['text', 'to', 'video'],
  ['vision', 'language'],
  ['zero', 'shot'],
  ['few', 'shot'],
  ['self', 'attention'],
  ['state', 'of', 'the', 'art'],
  ['GPT', '4'],
  ['LLaMA', '2'],
  ['k', 'means'],
  ['T5', 'XXL'],
  ['chain', 'of', 'thought']
]

export const names = [
  'ControlNet',
  'BERTScore',
  'FlashAttention',
  'LoRA',
  'DreamBooth',
  'CLIP',
  'RLHF',
  'MoE',
  'VQGAN'
]

export const givenNames =
  'Minji Jörg Łukasz André Søren Yuki Ana Wei Priya Noah Zoë İpek Chloé Håkon Seo-yeon Omar'.split(' ')

export const surnames = (
  'Kim Park Núñez Müller Wiśniewski Østergård Tanaka García Nguyễn Chen Patel Cohen Smith-Jones O’Neill Çelik ' +
  'Dvořák Bianchi Ivanov Okafor Lindqvist'
).split(' ')

/** Syllables of made-up words, for names that each occur once. */
export const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya zu'.split(' ')
