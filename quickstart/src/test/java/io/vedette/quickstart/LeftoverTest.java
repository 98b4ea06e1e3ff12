package io.vedette.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoverTest {

    @TempDir Path folder;

    private Process process;
    private Path pidFile;

    @BeforeEach
    void startProcessThatNamesTheFolder() throws IOException {
        process =
                ChildProcess.start(
                        "read -r _", List.of(folder.toString()), folder.resolve("output"));
        pidFile = Files.writeString(folder.resolve("pid"), process.pid() + "\nmore\n");
    }

    @AfterEach
    void endProcess() {
        process.destroyForcibly();
    }

    @Test
    void theChildOfAnEarlierRunIsEnded() {
        new Leftover("Kafka", pidFile, folder).end();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void anotherProgramWithThatPidIsLeftAlone() {
        new Leftover("Kafka", pidFile, folder.resolve("elsewhere")).end();

        assertThat(process.isAlive()).isTrue();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void withoutAPidFileThereIsNothingToDo() {
        new Leftover("Kafka", folder.resolve("absent"), folder).end();

        assertThat(process.isAlive()).isTrue();
    }
}
