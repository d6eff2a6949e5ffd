import { Button } from "@hall/ui/button";
import { Component, type ReactNode } from "react";
import { StaffHeader } from "./staff-header.tsx";
import { words } from "./words.ts";

type FailedBoundaryProps = {
  readonly children: ReactNode;
  /** Another place is another try. */
  readonly place: string;
};
type State = { readonly failedAt: string | null };

/** When a page can't be shown: its code couldn't be fetched, or it has a bug. */
export class FailedBoundary extends Component<FailedBoundaryProps, State> {
  override state: State = { failedAt: null };

  static getDerivedStateFromError(): Partial<State> {
    return { failedAt: "" };
  }

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.place });
  }

  override componentDidUpdate(before: FailedBoundaryProps): void {
    const { failedAt } = this.state;
    if (failedAt !== null && before.place !== this.props.place) this.setState({ failedAt: null });
  }

  override render(): ReactNode {
    return this.state.failedAt === null ? this.props.children : <FailedPage />;
  }
}

function FailedPage() {
  return (
    <>
      <StaffHeader
        title={words.failed.title}
        lead={navigator.onLine ? words.failed.bug : words.failed.offline}
      />
      <Button variant="primary" onPress={() => window.location.reload()}>
        {words.failed.again}
      </Button>
    </>
  );
}
