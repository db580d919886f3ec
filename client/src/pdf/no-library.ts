/** Stands for libraries that jsPDF names and nobody here needs. */
export default undefined
