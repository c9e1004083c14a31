import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// What jsdom has not and antd asks for.
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

// A busy machine is slow, and not wrong.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);

// jsdom complains when it is asked for the style of a scroll bar.
const style = window.getComputedStyle;
window.getComputedStyle = (element) => style(element);
