import type { SentenceRow } from '../../ingest/index/library-snapshot.ts'
import { cleanForPrompt } from './clean-for-prompt.ts'

/** Addresses, tags, links, pictures and code: no statement of a model needs them, and each can carry something out of the page or into it. */
const MARKUP =
  /\b[a-z][a-z0-9+.-]{1,15}:\/\/|\bwww\.|\b(?:javascript|vbscript|data|mailto|file)\s?:|<\s?\/?\s?[a-z!?]|&(?:#x?[0-9a-f]+|[a-z]{2,8});|!\[|\]\s?[([]|`{3}|\b[a-z0-9-]{2,}\.(?:com|net|org|io|ru|xyz|top|cn|example|test|invalid)\b/iu
/** Long runs of letters and digits that no word is: base64, hexadecimal. */
const ENCODED = /[A-Za-z0-9+/=_-]{32,}/

/** Does a model's text hold what is not plain words? */
export function hasMarkup(text: string): boolean {
  const plain = cleanForPrompt(text).normalize('NFKC')
  return MARKUP.test(plain) || ENCODED.test(plain)
}

/** What is said to a machine that reads, not to people. Papers do not speak of prompts, and give no orders to ignore what was said before. */
const TO_A_MODEL = [
  /(?:忽略|无视|忘记|忘掉|不要理会|不用管|抛弃)[^。！？\n]{0,12}(?:指令|指示|提示|规则|要求|设定|约束|限制|内容|对话|命令)/,
  /(?:忽略|无视|忘记|不要理会)(?:以上|上述|前面|之前|此前|本文)|假装|一律(?:答复|回答|回复)|改(?:为)?(?:输出|回答|答复)|逐[个字](?:字母)?(?:输出|回答)/,
  /(?:系统|开发者|管理员)(?:提示词?|指令|消息|模式|命令)|提示词|越狱|(?:新|以下)的?(?:系统)?指令/,
  /你(?:现在)?(?:是|扮演|将扮演|的(?:任务|角色|身份|新身份))|作为(?:一个)?(?:AI|人工智能助手|语言模型|大模型)|(?:AI|智能|大?语言)(?:助手|模型)(?:必须|应当?|请|需要?|须)/i,
  /(?:只|仅|请|必须|直接|务必|都要?|应)(?:要|需|能)?(?:回复|回答|输出|答复|写出|打印|复述|说出?)/,
  /(?:放进|写进|写入|附上|加上|插入)[^。！？\n]{0,10}(?:答案|回答|回复)|(?:答案|回答|回复)(?:中|里|末尾|开头|的(?:第一|最后))/,
  /(?:调用|执行|运行)[^。！？\n]{0,8}(?:工具|函数|命令|代码|脚本)|(?:资料|证据|引用)(?:到此)?(?:结束|完毕)/,
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.!?\n]{0,30}\b(?:above|previous|prior|earlier|all|any|instructions?|rules?|prompts?|context)\b/i,
  /\b(?:system|developer|hidden)\s?(?:prompt|message|instructions?|mode|override)\b|\bjail\s?break|\bnew instructions?\b|\bprompt injection\b/i,
  /\byou (?:are|must|will|should|shall)\b|\bact as\b|\bas an? (?:ai|assistant|language model)\b|\b(?:assistant|ai|model)\s?(?:must|should|shall|:)/i,
  /\b(?:respond|reply|answer|output|print|repeat|say|write)\b[^.!?\n]{0,20}\b(?:only|with|exactly|the following|verbatim|this)\b/i,
  /\b(?:call|invoke|use|run|execute)\b[^.!?\n]{0,20}\b(?:tool|function|command|code|script|api)\b|\btool_calls?\b|\bfunction_call\b/i,
  /<\|?\s?\/?\s?(?:im_start|im_end|system|assistant|user|endoftext|s|inst|begin_of_text|tool_call)\b|\[\/?\s?INST\s?\]|<<\s?\/?SYS\s?>>|#{2,}\s?(?:instruction|system|response|指令)/i,
  /[〔【([]\s?(?:system|assistant|user|系统|助手)\s?[〕】)\]]|\b(?:Action(?: Input)?|Observation|Thought|Final Answer)\s?:/i,
  // Borders and handles of this program's own prompts, or what somebody took them to be.
  /<{3}|>{3}|\[E\d{1,2}\]|资料E?\d+|\b(?:END|BEGIN|START) OF (?:EVIDENCE|CONTEXT|DOCUMENTS?|DATA)\b/i,
  /(?:^|[\n。！？])\s*(?:system|assistant|user|developer|系统|助手|用户|开发者)\s?[:：]/im,
]
/** An order and what it orders may stand in different sentences. */
const NEIGHBOURHOOD_CHARS = 240

/**
 * Does a sentence, or what stands right before or behind it, speak to a model, or hold links and tags? Such a sentence may be quoted, as any other; but a model that
 * has read it is not believed to rest on it of its own accord.
 */
export function isSuspect({ document, sentence }: SentenceRow): boolean {
  const { text } = document.document
  const around = text.slice(Math.max(0, sentence.range.start - NEIGHBOURHOOD_CHARS), sentence.range.end + NEIGHBOURHOOD_CHARS)
  const lines = around.split(/[\r\n]+/).map((line) => cleanForPrompt(line).normalize('NFKC'))
  const plain = lines.join('\n')
  const whole = [plain, plain.replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, ''), hiddenText(around)].join('\n')
  return hasMarkup(whole) || TO_A_MODEL.some((pattern) => pattern.test(whole))
}

/** Letters written in tag characters, which nobody sees. */
function hiddenText(text: string): string {
  return [...text.matchAll(/[\u{e0020}-\u{e007e}]/gu)].map(([tag]) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000)).join('')
}
