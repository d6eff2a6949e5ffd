/**
 * The name on the account's menu and on its place: a company's whole name would leave a phone's
 * header no room for whose site this is. The menu says it in full to a screen reader.
 */
export const AccountLabel = ({ name }: { readonly name: string }) => (
  <span className="block max-w-[3.2em] truncate min-[22rem]:max-w-[5em] sm:max-w-[12em]">
    {name}
  </span>
);
