declare module 'pouchdb-adapter-idb' {
  const plugin: PouchDB.Plugin
  export default plugin
}
declare module 'pouchdb-adapter-http' {
  const plugin: PouchDB.Plugin
  export default plugin
}
declare module 'pouchdb-replication' {
  const plugin: PouchDB.Plugin
  export default plugin
}
declare module 'pouchdb-generate-replication-id' {
  /** Depends on both databases' ids and on what is filtered. */
  export default function generateReplicationId(
    source: object,
    target: object,
    options: object,
  ): Promise<string>
}
