"""Texts to learn from: reading them, telling questions from statements, and putting everyday questions around clauses."""

import gzip
import random
import re

QUESTION = re.compile(r"[？?]$|什么|怎么|怎样|如何|为何|为啥|多少|哪[些个里儿年]|几[个年月天]|[吗呢吧][？?。]?$")
PLAIN = re.compile(r"[\u4e00-\u9fff]{3,16}")
CLAUSE = re.compile(r"[，。；：！？,;:!?、\s（）()“”\"《》]+")

# How people ask in an office or at home; {} takes a clause. They teach the shape of a question, not any fact.
FRAMES = (
    "{}怎么样了", "{}是怎么回事", "{}有多少", "{}做得怎么样", "{}的情况如何？", "{}打算怎么办", "什么是{}", "{}是什么意思",
    "为什么要{}", "关于{}有哪些规定？", "{}有什么要求", "{}归谁管", "今年{}吗", "去年{}完成了没有", "{}花了多少钱", "想了解一下{}",
    "{}能不能办", "{}的目标是多少？", "{}比上一年好了还是差了", "老百姓{}能得到什么好处", "{}这件事进展到哪一步了", "{}具体抓哪几项工作？",
    "谁来负责{}", "{}从什么时候开始", "听说{}，是真的吗", "帮我找一下{}", "{}都说了些啥", "我想{}该找哪个部门", "{}涨了多少", "{}有几个",
)  # fmt: skip


def read_texts(path: str) -> list[str]:
    """One text a line, plain or gzip; blank lines are dropped."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf8") as lines:
        return [line for line in (raw.strip() for raw in lines) if line]


def is_question(text: str) -> bool:
    """A short text that asks."""
    return len(text) <= 40 and QUESTION.search(text) is not None


def framed_questions(texts: list[str], count: int, seed: int) -> list[str]:
    """Up to `count` questions, each a clause of 3 to 16 Han characters inside one of the frames."""
    random_source = random.Random(seed)
    questions: set[str] = set()
    for text in random_source.sample(texts, min(len(texts), count * 2)):
        clauses = [clause for clause in CLAUSE.split(text) if PLAIN.fullmatch(clause)]
        if clauses:
            questions.add(random_source.choice(FRAMES).format(random_source.choice(clauses)))
        if len(questions) == count:
            break
    return sorted(questions)
