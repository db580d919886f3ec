import { decodeEntities, markupCutter } from '../markup.ts'
import { StatementFileError } from '../reader.ts'

/** An element of XML: its text, or what stands in it. Names have no prefix. */
export type XmlNode = {
  readonly name: string
  readonly attributes: string
  text: string
  readonly children: XmlNode[]
}

export type XmlTaker = {
  /** Whether an element is wanted as a whole; `path` leads to its parent. */
  readonly wants: (name: string, path: readonly string[]) => boolean
  /** An element that is wanted, when it ends; what is wanted within it comes by itself, and first. */
  readonly node: (node: XmlNode, path: readonly string[]) => void
  /** An element begins that is not wanted. */
  readonly open: (name: string) => void
}

const deepest = 64
const mostNodes = 5_000

/** Reads XML element by element: only what is wanted is kept, until it was handed over. */
export function xmlNodes(taker: XmlTaker) {
  const path: string[] = []
  const kept: { node: XmlNode; depth: number }[] = []
  const stack: XmlNode[] = []
  let nodes = 0
  let root = ''

  const cutter = markupCutter({
    open: (name, attributes, isEmpty) => {
      if (root === '') root = name
      else if (path.length === 0) broken()
      if (path.length >= deepest) broken()
      const isWanted = taker.wants(name, path)
      if (stack.length > 0 || isWanted) openNode(name, attributes, isWanted)
      else taker.open(name)
      path.push(name)
      if (isEmpty) closeElement(name)
    },
    close: closeElement,
    text: (text, isLiteral) => {
      const node = stack.at(-1)
      if (node !== undefined) {
        node.text += isLiteral ? text : decodeEntities(text)
      }
    },
  })

  function broken(): never {
    throw new StatementFileError('cut-short', cutter.line(), path.at(-1))
  }

  function openNode(name: string, attributes: string, isWanted: boolean): void {
    const node: XmlNode = { name, attributes, text: '', children: [] }
    nodes += 1
    if (nodes > mostNodes) {
      throw new StatementFileError('record-too-long', cutter.line(), name)
    }
    if (isWanted) kept.push({ node, depth: path.length })
    else stack.at(-1)?.children.push(node)
    stack.push(node)
  }

  function closeElement(name: string): void {
    if (path.pop() !== name) broken()
    const node = stack.pop()
    if (node === undefined || kept.at(-1)?.depth !== path.length) return
    kept.pop()
    nodes -= count(node)
    taker.node(node, path)
  }

  return {
    take: cutter.take,
    end: () => {
      const rest = cutter.end()
      if (root === '') throw new StatementFileError('not-a-statement', 1, rest)
      if (path.length > 0) {
        throw new StatementFileError('cut-short', cutter.line(), rest)
      }
    },
  }
}

function count(node: XmlNode): number {
  return node.children.reduce((sum, child) => sum + count(child), 1)
}

/** The first element along a path of names. */
export function nodeAt(
  node: XmlNode | undefined,
  path: string,
): XmlNode | undefined {
  return path
    .split('/')
    .reduce((at, name) => at?.children.find(child => child.name === name), node)
}

/** Its text, without what pads it. */
export function textAt(node: XmlNode | undefined, path: string): string {
  return nodeAt(node, path)?.text.trim() ?? ''
}

export function nodesAt(node: XmlNode, path: string): readonly XmlNode[] {
  return path
    .split('/')
    .reduce<readonly XmlNode[]>(
      (nodes, name) =>
        nodes.flatMap(each =>
          each.children.filter(child => child.name === name),
        ),
      [node],
    )
}
