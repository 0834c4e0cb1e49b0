/** A sentence of a model's reply, and the numbers of the evidence that it names. */
export interface DraftedStatement {
  readonly text: string
  /** 1 for [E1]; each once, in order; also numbers that no evidence has. */
  readonly handles: readonly number[]
}

/** Reads a reply as it comes. */
export interface StatementReader {
  /** The statements that this piece completes. */
  push(piece: string): DraftedStatement[]
  /** What is written of the statement at work, marks and half-received marks left out. */
  readonly unfinished: string
  /** The last statement, where the reply ended without a full stop. */
  finish(): DraftedStatement[]
}

const NUMBER = '[EeＥｅ]?\\s?[0-9０-９]{1,2}'
const MORE = `(?:\\s?[,，、;；和&-]\\s?${NUMBER})*`
const LEAD = '(?:出处|来源|资料|证据|引用|见)?[:：]?\\s?'
/** [E1] 【E1】 [1] [E1, E2] [资料1]; in round or tortoise-shell brackets, which papers use otherwise, only with an E; E1 alone behind a full stop. */
const MARK = new RegExp(
  `[\\[【［]{1,2}${LEAD}${NUMBER}${MORE}\\s?[\\]】］]{1,2}|[（(〔]${LEAD}[EeＥｅ]\\s?[0-9]{1,2}${MORE}\\s?[）)〕]|(?<![A-Za-z0-9])E[0-9]{1,2}(?![A-Za-z0-9%.])`,
  'gu',
)
const HALF_MARK = /[[【［（(〔][^\]】］）)〕。！？\n]{0,12}$|(?<![A-Za-z0-9])E[0-9]{0,2}$/u
const THOUGHTS = /<think>[\s\S]*?(?:<\/think>|$)/g

const BULLET = /^\s*(?:[-*•·●]\s+|[0-9]{1,2}\s?[.．、)）](?![0-9])\s*|#{1,6}\s+|>\s+)+/u
const PREAMBLE = /^(?:(?:答案?|回答|改写|结论)[:：]\s*)?(?:(?:根据|依据|按照)(?:以上|上述|所给|提供的|给出的)?资料(?:显示|可知|内容)?[，,：:]?\s*)?/u

/** A sentence ends at its full stop with what closes behind it and the marks that follow, once something else follows; or at the end of its line. */
const SENTENCE = new RegExp(
  `^[^。！？!?\\n]*(?:\\n|[。！？!?]+[”’」』）)》"']*(?:[ \\t]*(?:${MARK.source})[。.]?)*(?=[^\\s\\[【［（(〔E。.”’」』）)》"'！？!?]|\\n))`,
  'u',
)

export function createStatementReader(): StatementReader {
  let raw = ''
  let taken = 0
  const pending = (): string => raw.replace(THOUGHTS, '').slice(taken)
  const takeWhole = (): DraftedStatement[] => {
    const found: DraftedStatement[] = []
    for (;;) {
      const whole = SENTENCE.exec(pending())?.[0]
      if (whole === undefined || whole === '') return found
      taken += whole.length
      found.push(...readStatement(whole))
    }
  }
  return {
    push(piece) {
      raw += piece
      // A thought that may still be growing holds everything back: its border is not known yet.
      return /<[a-z/]{0,6}$/.test(raw) || isThinking(raw) ? [] : takeWhole()
    },
    get unfinished() {
      return tidy(
        pending()
          .replace(/<[a-z/]{0,6}$/, '')
          .replace(MARK, '')
          .replace(HALF_MARK, ''),
      )
    },
    finish() {
      const found = takeWhole()
      const rest = pending()
      taken += rest.length
      return [...found, ...readStatement(rest)]
    },
  }
}

function isThinking(raw: string): boolean {
  return raw.lastIndexOf('<think>') > raw.lastIndexOf('</think>')
}

/** Nothing for lines that say nothing: blank ones, marks alone, rules. */
function readStatement(sentence: string): DraftedStatement[] {
  const handles = [...sentence.matchAll(MARK)].flatMap((mark) => mark[0].normalize('NFKC').match(/[0-9]{1,2}/g) ?? []).map(Number)
  const text = tidy(sentence.replace(MARK, '').replace(HALF_MARK, (half) => (/[\p{Script=Han}]/u.test(half) ? half : '')))
  return /[\p{Script=Han}\p{L}\p{N}]/u.test(text) ? [{ text, handles: [...new Set(handles)] }] : []
}

function tidy(text: string): string {
  return text
    .replace(/\*\*|__/g, '')
    .replace(BULLET, '')
    .replace(PREAMBLE, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([，。；：！？、])[。.]*\s*/g, '$1')
    .trim()
}
