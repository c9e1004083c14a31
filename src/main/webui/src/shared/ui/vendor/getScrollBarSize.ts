interface Size {
  width: number;
  height: number;
}

/**
 * Width of a scroll bar. Replaces the module of @rc-component/util, which adds a style element that the content security policy
 * blocks (see vite.config.ts).
 */
export function getTargetScrollBarSize(target?: HTMLElement): Size {
  if (typeof document === 'undefined' || (target !== undefined && !(target instanceof Element))) {
    return { width: 0, height: 0 };
  }
  const measured = document.createElement('div');
  Object.assign(measured.style, { position: 'absolute', width: '100px', height: '100px', overflow: 'scroll' });
  document.body.append(measured);
  const size = {
    width: measured.offsetWidth - measured.clientWidth,
    height: measured.offsetHeight - measured.clientHeight,
  };
  measured.remove();
  return size;
}

export default function getScrollBarSize(): number {
  return getTargetScrollBarSize().width;
}
