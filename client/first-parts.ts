import type { Plugin, Rolldown } from 'vite'

type Group = Rolldown.CodeSplittingGroup
type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1]

const src = `${import.meta.dirname}/src/`
const icons = /import\s*\{([^}]*)\}\s*from\s*['"]@tabler\/icons-react['"]/g

/** Libraries of which little loads at first, though all of it is named there. */
const sparing = /node_modules\/(zod\/|.*\/NumberParser)/

/**
 * Few files to begin with: what always loads is one, what the usual first
 * screens share a second, and what only the list needs a third. A file costs
 * milliseconds, even one that the device has kept.
 */
export function firstParts(): Group[] {
  let begin: ReadonlySet<string>
  let first: ReadonlySet<string>
  let home: ReadonlySet<string>
  let list: ReadonlySet<string>
  function look(graph: Graph): void {
    begin ??= reachedFrom('main.tsx', graph)
    first ??= reachedFrom('app/start.tsx', graph)
    home ??= reachedFrom('features/home/home-page.tsx', graph)
    list ??= reachedFrom('features/transactions/transactions-page.tsx', graph)
  }
  const part = (name: string, isIn: (id: string) => boolean): Group => ({
    name: (id, graph) => {
      look(graph)
      return isIn(id) ? name : null
    },
  })
  return [
    part('begin', id => begin.has(id) && !sparing.test(id)),
    part('first', id => first.has(id) && !sparing.test(id)),
    part('screens', id => home.has(id) && list.has(id)),
    part('list', id => list.has(id)),
  ].map((group, at) => ({ ...group, priority: 4 - at }))
}

/** The page names what always loads, so that it comes beside the first script, not after it: letters that come late lay the page out twice. */
export function firstLinks(): Plugin {
  return {
    name: 'first-links',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (page, { bundle = {} }) => {
        const first = Object.values(bundle).find(
          each => each.type === 'chunk' && each.name === 'first',
        )
        if (first?.type !== 'chunk') return []
        const unblocked = page.replaceAll(
          '<script type="module" ',
          '<script type="module" async ',
        )
        if (unblocked === page)
          throw new Error('The first script is named otherwise')
        const isLate = (file: string) => !page.includes(file)
        const letters = Object.keys(bundle).find(file =>
          file.includes('inter-latin-wght-normal'),
        )
        if (letters === undefined)
          throw new Error('The letters have another name')
        return {
          // The worker need not wait for the page's looks.
          html: unblocked,
          tags: [
            ...[first.fileName, ...first.imports.filter(isLate)].map(file =>
              link('modulepreload', file),
            ),
            link('preload', letters, { as: 'font', type: 'font/woff2' }),
            ...[...(first.viteMetadata?.importedCss ?? [])].map(file =>
              link('stylesheet', file),
            ),
          ],
        }
      },
    },
  }
}

function link(rel: string, file: string, more: Record<string, string> = {}) {
  return {
    tag: 'link',
    attrs: { rel, crossorigin: true, href: `/${file}`, ...more },
    injectTo: 'head',
  } as const
}

/** All that it imports, however far; not what it loads later. */
function reachedFrom(file: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set<string>()
  const ways = [src + file]
  for (let id = ways.pop(); id !== undefined; id = ways.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    const { importedIds = [], code } = graph.getModuleInfo(id) ?? {}
    for (const next of importedIds) {
      // Its index names thousands; which ones are meant the importing text says.
      if (next.includes('@tabler/icons-react')) {
        ways.push(...iconsIn(code ?? '', next))
      } else ways.push(next)
    }
  }
  return reached
}

function iconsIn(code: string, index: string): string[] {
  const folder = index.slice(0, index.lastIndexOf('/'))
  return [...code.matchAll(icons)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map(name => name.trim().split(/\s/)[0] ?? '')
      .filter(name => name.startsWith('Icon'))
      .map(name => `${folder}/icons/${name}.mjs`),
  )
}
