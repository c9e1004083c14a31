type Listener = () => void;

const listeners = new Set<Listener>();

/** Event: a request was refused because the session has ended. The shell listens and asks for the password. */
export const sessionEnded = {
  notify: () => {
    listeners.forEach((listener) => {
      listener();
    });
  },
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
