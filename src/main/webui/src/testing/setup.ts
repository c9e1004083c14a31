import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// Functions that antd needs and jsdom lacks.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
}));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
window.HTMLElement.prototype.scrollIntoView = () => undefined;

// A busy machine is slow; that is no failure.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);

// Without the second argument: jsdom does not implement the styles of pseudo-elements, and reports an error.
const style = window.getComputedStyle;
window.getComputedStyle = (element) => style(element);
