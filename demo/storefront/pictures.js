/** Drawings of the products, so that nothing has to be loaded from elsewhere. */
const DRAWINGS = {
  "house-blend-coffee": `
    <rect width="96" height="72" fill="#efe6da"/>
    <path d="M34 14h28l4 8v36a4 4 0 0 1-4 4H34a4 4 0 0 1-4-4V22z" fill="#6b4a35"/>
    <path d="M34 14h28l4 8H30z" fill="#54382a"/>
    <rect x="36" y="32" width="24" height="18" rx="2" fill="#f6efe6"/>
    <ellipse cx="48" cy="41" rx="6" ry="7" fill="#6b4a35" transform="rotate(25 48 41)"/>
    <path d="M45 35c4 4-1 8 5 12" stroke="#f6efe6" stroke-width="1.4" fill="none"/>
  `,
  "enamel-mug": `
    <rect width="96" height="72" fill="#e3eae6"/>
    <path d="M28 22h34v28a8 8 0 0 1-8 8H36a8 8 0 0 1-8-8z" fill="#fbf7ee"/>
    <path d="M62 28h6a7 7 0 0 1 7 7v3a9 9 0 0 1-9 9h-4" fill="none" stroke="#fbf7ee" stroke-width="4"/>
    <path d="M28 22h34" stroke="#2f5d50" stroke-width="4" stroke-linecap="round"/>
    <path d="M33 30v20" stroke="#e9e1d0" stroke-width="3" stroke-linecap="round"/>
  `,
  "linen-notebook": `
    <rect width="96" height="72" fill="#e6e9f0"/>
    <rect x="31" y="12" width="36" height="50" rx="3" fill="#3c5679"/>
    <path d="M37 12v50" stroke="#2c4160" stroke-width="2"/>
    <rect x="42" y="22" width="18" height="10" rx="1.5" fill="#f4f1ea"/>
    <path d="M61 12v50" stroke="#d98e5f" stroke-width="2"/>
  `,
  "wool-blanket": `
    <rect width="96" height="72" fill="#efeae3"/><path d="M20 22h56v32H20z" fill="#b9ad9c"/>
    <path d="M20 30l8-8 8 8 8-8 8 8 8-8 8 8 8-8
      M20 40l8-8 8 8 8-8 8 8 8-8 8 8 8-8
      M20 50l8-8 8 8 8-8 8 8 8-8 8 8 8-8" fill="none" stroke="#8f8271" stroke-width="2"/>
    <path d="M22 54v6M30 54v6M38 54v6M46 54v6M54 54v6M62 54v6M70 54v6" stroke="#b9ad9c" stroke-width="3"/>
  `,
}

const PLAIN = `<rect width="96" height="72" fill="#e8eaee"/>
  <rect x="30" y="20" width="36" height="34" rx="3" fill="#a9b2c0"/>`

/** @returns {SVGSVGElement} */
export function picture(handle) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  svg.setAttribute("viewBox", "0 0 96 72")
  svg.setAttribute("aria-hidden", "true")
  svg.innerHTML = DRAWINGS[handle] ?? PLAIN
  return svg
}
