// The mark of Witloom: two wefts through two warps, over and under.
// It is decorative: the name stands beside it.

export function Logo({ size = 20 }: { readonly size?: number | undefined }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden>
      <rect width="20" height="20" rx="5" fill="var(--accent-fill)" />
      <g stroke="#fff" strokeWidth="1.8" strokeLinecap="round">
        <path d="M3.5 7h2.2M9.3 7h7.2M3.5 13h7.2M14.3 13h2.2" />
        <path d="M7.5 3.5v13M12.5 3.5v5.7M12.5 16.5v-.2" opacity=".72" />
      </g>
    </svg>
  );
}
