/**
 * In place of `vuvuzela`, PouchDB's own reader of JSON that is nested too deep
 * for the engine. Ours is not, and that reader never returns from some damage.
 */
export default JSON
