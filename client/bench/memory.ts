import { readdirSync, readFileSync } from 'node:fs'

const every = 50
const megabyte = 1024

/**
 * What the browser takes more than before while something runs, at most, in
 * megabytes: all its processes together, without what is a file on disk, as its
 * program is, and need not stay in memory.
 */
export async function memoryDuring(work: () => Promise<void>): Promise<number> {
  const before = resident()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, resident())), every)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return (Math.max(most, resident()) - before) / megabyte
}

/** Kilobytes of all processes that this one has started, and those that they have. */
function resident(): number {
  const processes = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(readProcess)
  const ours = new Set([process.pid])
  // A child has been listed after its parent, or the next round finds it.
  for (let known = 0; known < ours.size;) {
    known = ours.size
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid)
  }
  ours.delete(process.pid)
  return processes
    .filter(({ pid }) => ours.has(pid))
    .reduce((sum, each) => sum + each.resident, 0)
}

function readProcess(name: string) {
  let status: string
  try {
    status = readFileSync(`/proc/${name}/status`, 'utf8')
  } catch {
    // It has ended meanwhile.
    return []
  }
  const number = (field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  return {
    pid: Number(name),
    parent: number('PPid'),
    resident: number('RssAnon') + number('RssShmem'),
  }
}
