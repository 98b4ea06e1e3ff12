package io.vedette.quickstart;

import java.nio.file.Path;

/** Where this process logs to. */
final class LogFiles {

    private LogFiles() {}

    /** The log of this process in a folder of logs. */
    static Path log(Path folder) {
        return folder.resolve("vedette.log");
    }

    /**
     * Everything goes to {@code vedette.log} in this folder; our warnings, and errors of others,
     * also go to standard error. Takes effect only before the first line is logged.
     */
    static void open(Path folder) {
        System.setProperty("vedette.logs", folder.toString());
        System.setProperty("log4j2.configurationFile", "log4j2-up.xml");
    }
}
