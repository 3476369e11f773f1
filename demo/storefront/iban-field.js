/** The IBAN field: groups of four while typing, the bank's name once the shop has recognised it. */

export const compact = (text) => text.replace(/[^0-9a-z]/gi, "").toUpperCase()

export const group = (iban) => compact(iban).replace(/(.{4})(?=.)/g, "$1 ")

const SHORTEST = 15
const PAUSE_MS = 450

/**
 * @param check asks the shop: `{ valid, bank_name, bic, error }`
 * @param showError puts a sentence beside the field, or takes it away
 */
export function setUpIbanField({ input, bank, check, showError }) {
  let timer = null
  let asked = ""

  input.addEventListener("input", () => {
    regroup(input)
    bank.textContent = ""
    showError("")
    asked = ""
    clearTimeout(timer)
    if (compact(input.value).length >= SHORTEST) {
      timer = setTimeout(() => ask({ complain: false }), PAUSE_MS)
    }
  })
  // Only now may it complain: somebody who still types is not wrong yet.
  input.addEventListener("blur", () => {
    if (compact(input.value) !== "") {
      clearTimeout(timer)
      void ask({ complain: true })
    }
  })

  async function ask({ complain }) {
    const iban = compact(input.value)
    if (iban === asked && !complain) {
      return
    }
    asked = iban
    const answer = await check(iban).catch(() => null)
    if (answer === null || compact(input.value) !== iban) {
      return
    }
    bank.textContent = answer.valid ? bankLine(answer) : ""
    showError(answer.valid || !complain ? "" : (answer.error?.message ?? "This IBAN is not valid."))
  }
}

function bankLine({ bank_name, bic }) {
  return bank_name === null ? "✓ Valid IBAN" : `✓ ${bank_name}${bic === null ? "" : ` · ${bic}`}`
}

/** Keeps the caret behind the same letter although blanks come and go before it. */
function regroup(input) {
  const caret = input.selectionStart ?? input.value.length
  const before = compact(input.value.slice(0, caret)).length
  input.value = group(input.value)
  let position = 0
  for (let letters = 0; letters < before && position < input.value.length; position++) {
    letters += input.value[position] === " " ? 0 : 1
  }
  input.setSelectionRange(position, position)
}
