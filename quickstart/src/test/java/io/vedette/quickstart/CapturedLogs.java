package io.vedette.quickstart;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * Everything that this process logs while it is open, at every level down to DEBUG, with the names
 * of its threads and its stack traces. None of it is written anywhere.
 */
final class CapturedLogs extends AbstractAppender implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final LoggerConfig root = context.getConfiguration().getRootLogger();
    private final Level before = root.getLevel();

    private CapturedLogs() {
        super("captured", null, null, true, Property.EMPTY_ARRAY);
    }

    static CapturedLogs open() {
        CapturedLogs logs = new CapturedLogs();
        logs.start();
        logs.root.getAppenders().keySet().forEach(name -> logs.limit(name));
        logs.root.addAppender(logs, Level.DEBUG, null);
        logs.root.setLevel(Level.DEBUG);
        logs.context.updateLoggers();
        return logs;
    }

    /** Lets another appender go on as before. */
    private void limit(String name) {
        var appender = root.getAppenders().get(name);
        root.removeAppender(name);
        root.addAppender(appender, before, null);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void append(LogEvent event) {
        StringWriter line = new StringWriter();
        line.append("[%s] %s: ".formatted(event.getThreadName(), event.getLoggerName()));
        line.append(event.getMessage().getFormattedMessage());
        if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(line));
        }
        lines.add(line.toString());
    }

    @Override
    public void close() {
        root.removeAppender(getName());
        root.setLevel(before);
        context.updateLoggers();
        stop();
    }
}
