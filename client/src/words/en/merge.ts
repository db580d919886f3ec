export const merge = {
  title: 'Merge “{{name}}”',
  into: 'Into',
  now: 'Merge',
  merging: 'Merging “{{name}}”',
  reading: 'Reading…',
  progress: '{{done}} of {{all}} records',
  merged: 'Merged “{{from}}” into “{{into}}”',
  stopped_one: 'Stopped after {{count, number}} record',
  stopped_other: 'Stopped after {{count, number}} records',
  cutAt:
    '{{done, number}} of {{all, number}} records were changed; undo takes these back.',
  nothingChanged: 'Stopped. Everything is as it was.',
}
