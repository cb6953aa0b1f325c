/** The mark of the portal: the lighthouse of Alexandria. Takes its size from the text around it. */
export const Lighthouse = (props: { className?: string }) => (
  <svg
    className={props.className}
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 32 32"
    aria-hidden="true"
  >
    <path
      d="M16 9.5 L2 5 V14 Z M16 9.5 L30 5 V14 Z"
      fill="#f2b84b"
      opacity="0.5"
    />
    <path d="M12 7 L16 3 L20 7 Z" fill="currentColor" />
    <rect x="13" y="7" width="6" height="5" fill="#f2b84b" />
    <path
      d="M11 12 H21 V14 H19 L20.5 26 H11.5 L13 14 H11 Z M9 26 H23 V28.5 H9 Z"
      fill="currentColor"
    />
  </svg>
);
