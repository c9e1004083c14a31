type Listener = () => void;

const listeners = new Set<Listener>();

/** From wherever a request was refused to the shell, which asks for the password. */
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
