export const merge = {
  title: 'Merge “{{name}}”',
  into: 'Into',
  now: 'Merge',
  merging: 'Merging “{{name}}”',
  progress: '{{done}} of {{all}} records',
  merged: 'Merged “{{from}}” into “{{into}}”',
  stopped_one: 'Stopped after {{count, number}} record',
  stopped_other: 'Stopped after {{count, number}} records',
  nothingChanged: 'Stopped. Everything is as it was.',
}
