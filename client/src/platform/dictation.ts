/** Not in the standard library of types: the part of speech recognition that is used here. */
type Recognition = EventTarget & {
  lang: string
  interimResults: boolean
  continuous: boolean
  processLocally?: boolean
  start: () => void
  stop: () => void
  abort: () => void
}
type RecognitionMaker = {
  new (): Recognition
  readonly available?: (options: {
    readonly langs: readonly string[]
    readonly processLocally: boolean
  }) => Promise<string>
}
type ResultEvent = Event & {
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>
}

export const dictationIssues = [
  'not-allowed',
  'no-microphone',
  'no-speech',
  'offline',
  'language',
  'failed',
] as const
export type DictationIssue = (typeof dictationIssues)[number]

export type DictationEvents = {
  /** All that was heard so far; it may still change. */
  readonly onHeard: (text: string) => void
  /** `isLocal`: nothing leaves the device. */
  readonly onStart: (isLocal: boolean) => void
  readonly onEnd: (issue: DictationIssue | undefined) => void
}

/** Whether this browser can turn speech into text. */
export function canDictate(): boolean {
  return maker() !== undefined
}

/** Listens until it is stopped or nothing more is said. Returns how to stop it. */
export function dictate(locale: string, events: DictationEvents): () => void {
  const Maker = maker()
  let recognition: Recognition | undefined
  let isStopped = false
  let issue: DictationIssue | undefined

  async function begin(): Promise<void> {
    if (Maker === undefined) return events.onEnd('failed')
    const isLocal = await isOnDevice(Maker, locale)
    if (isStopped) return events.onEnd(undefined)
    const made = new Maker()
    recognition = made
    made.lang = locale
    made.interimResults = true
    made.continuous = false
    if (isLocal) made.processLocally = true
    made.addEventListener('start', () => events.onStart(isLocal))
    made.addEventListener('result', event =>
      events.onHeard(heardIn(event as ResultEvent)),
    )
    made.addEventListener('error', event => {
      issue = issueOf('error' in event ? event.error : undefined)
    })
    made.addEventListener('end', () => events.onEnd(issue))
    made.start()
  }

  begin().catch(() => events.onEnd('failed'))
  return () => {
    isStopped = true
    recognition?.stop()
  }
}

function maker(): RecognitionMaker | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } =
    globalThis as unknown as {
      readonly SpeechRecognition?: RecognitionMaker
      readonly webkitSpeechRecognition?: RecognitionMaker
    }
  return SpeechRecognition ?? webkitSpeechRecognition
}

/** Where the browser has the language on the device, the voice stays there. */
async function isOnDevice(
  Maker: RecognitionMaker,
  locale: string,
): Promise<boolean> {
  if (Maker.available === undefined) return false
  const options = { langs: [locale], processLocally: true }
  return (await Maker.available(options)) === 'available'
}

function heardIn({ results }: ResultEvent): string {
  return Array.from(results, result => result[0]?.transcript ?? '')
    .join('')
    .trim()
}

function issueOf(code: unknown): DictationIssue | undefined {
  switch (code) {
    case 'aborted':
      return undefined
    case 'not-allowed':
    case 'service-not-allowed':
      return 'not-allowed'
    case 'audio-capture':
      return 'no-microphone'
    case 'no-speech':
      return 'no-speech'
    case 'network':
      return 'offline'
    case 'language-not-supported':
      return 'language'
    default:
      return 'failed'
  }
}
