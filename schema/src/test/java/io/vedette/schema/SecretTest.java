package io.vedette.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @Test
    void replacesReferencesAndNothingElse(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "a$1\\b@/\n");

        assertThat(Secret.resolve("${env:P}", Map.of("P", "p:$0"))).isEqualTo("p:$0");
        assertThat(Secret.resolve("x${file:%s}y".formatted(file), Map.of()))
                .isEqualTo("xa$1\\b@/y");
        assertThat(Secret.resolve("p$${no:x}{}", Map.of())).isEqualTo("p$${no:x}{}");
        assertThat(Secret.resolve("", Map.of())).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Secret.resolve("${env:P}", Map.of()))
                .isInstanceOf(MissingSecretException.class)
                .hasMessageStartingWith("Secret ${env:P} must be set");
    }
}
