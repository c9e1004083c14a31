package io.redress.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Captures the program's log with stack traces while it is open. */
public final class LogCapture extends Handler implements AutoCloseable {

    private final StringWriter text = new StringWriter();

    public static LogCapture start() {
        var capture = new LogCapture();
        Logger.getLogger("").addHandler(capture);
        return capture;
    }

    public String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord record) {
        synchronized (text) {
            text.append(ExtLogRecord.wrap(record).getFormattedMessage()).append('\n');
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(text));
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
