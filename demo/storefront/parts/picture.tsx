import type { ReactNode } from "react"

/** Drawings of the products, so that nothing has to be loaded from elsewhere. */
const DRAWINGS: Readonly<Record<string, { ground: string; drawing: ReactNode }>> = {
  "house-blend-coffee": {
    ground: "#ecdfcf",
    drawing: (
      <>
        <ellipse cx="160" cy="206" rx="74" ry="9" fill="#d3c0a8" />
        <path d="M112 62h96l8 22v110a12 12 0 0 1-12 12h-88a12 12 0 0 1-12-12V84z" fill="#5d4031" />
        <path d="M112 62h96l8 22H104z" fill="#43302a" />
        <path d="M118 46h84a4 4 0 0 1 4 4v12h-92V50a4 4 0 0 1 4-4z" fill="#6e4d3b" />
        <rect x="122" y="108" width="76" height="66" rx="4" fill="#f7efe2" />
        <ellipse cx="160" cy="136" rx="13" ry="17" fill="#5d4031" transform="rotate(24 160 136)" />
        <path d="M154 121c9 10-2 18 10 29" stroke="#f7efe2" strokeWidth="2.6" fill="none" strokeLinecap="round" />
        <path d="M138 164h44" stroke="#c98b5e" strokeWidth="3" strokeLinecap="round" />
      </>
    ),
  },
  "enamel-mug": {
    ground: "#dbe6df",
    drawing: (
      <>
        <ellipse cx="152" cy="196" rx="72" ry="9" fill="#bfd0c5" />
        <path d="M202 98h14a22 22 0 0 1 22 22v10a28 28 0 0 1-28 28h-10" fill="none" stroke="#fbf8f0" strokeWidth="11" />
        <path d="M94 78h112v92a26 26 0 0 1-26 26h-60a26 26 0 0 1-26-26z" fill="#fbf8f0" />
        <path d="M180 78h26v92a26 26 0 0 1-26 26h-14c10-4 14-14 14-26z" fill="#ece6d6" />
        <rect x="90" y="70" width="120" height="12" rx="6" fill="#27584a" />
        <path d="M112 100v58" stroke="#fff" strokeWidth="7" strokeLinecap="round" />
      </>
    ),
  },
  "linen-notebook": {
    ground: "#dfe4ee",
    drawing: (
      <>
        <ellipse cx="166" cy="204" rx="66" ry="8" fill="#c3cbdb" />
        <rect x="112" y="44" width="106" height="158" rx="7" fill="#f6f2e9" />
        <rect x="106" y="40" width="106" height="158" rx="7" fill="#3d577c" />
        <path d="M106 47a7 7 0 0 1 7-7h11v158h-11a7 7 0 0 1-7-7z" fill="#2d4362" />
        <rect x="142" y="72" width="50" height="30" rx="3" fill="#f6f2e9" />
        <path d="M150 83h34M150 91h22" stroke="#9aa7bc" strokeWidth="2.6" strokeLinecap="round" />
        <path d="M200 40v158" stroke="#d98a58" strokeWidth="5" />
      </>
    ),
  },
  "wool-blanket": {
    ground: "#ebe5db",
    drawing: (
      <>
        <ellipse cx="160" cy="200" rx="92" ry="9" fill="#d5cbbb" />
        <rect x="72" y="146" width="176" height="46" rx="20" fill="#a8998a" />
        <rect x="72" y="106" width="176" height="50" rx="22" fill="#bcae9b" />
        <rect x="72" y="66" width="176" height="50" rx="22" fill="#cdc1ae" />
        <path
          d="M88 98l12-14 12 14 12-14 12 14 12-14 12 14 12-14 12 14 12-14 12 14 12-14 12 14
            M88 138l12-14 12 14 12-14 12 14 12-14 12 14 12-14 12 14 12-14 12 14 12-14 12 14
            M88 176l12-14 12 14 12-14 12 14 12-14 12 14 12-14 12 14 12-14 12 14 12-14 12 14"
          fill="none"
          stroke="#8d7e6c"
          strokeWidth="3"
          strokeLinejoin="round"
        />
      </>
    ),
  },
}

const PLAIN = { ground: "#e6e8ea", drawing: <rect x="110" y="70" width="100" height="110" rx="8" fill="#a9b2c0" /> }

/** A product, drawn; it says nothing that the words beside it do not. */
export function Picture({ of }: { of: string | null | undefined }) {
  const { ground, drawing } = DRAWINGS[of ?? ""] ?? PLAIN
  return (
    <svg className="picture" viewBox="0 0 320 240" aria-hidden="true" preserveAspectRatio="xMidYMid slice">
      <rect width="320" height="240" fill={ground} />
      {drawing}
    </svg>
  )
}
