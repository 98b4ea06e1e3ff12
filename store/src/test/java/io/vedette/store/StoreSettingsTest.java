package io.vedette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StoreSettingsTest {

    @Test
    void neverShowsThePassword() {
        StoreSettings settings =
                new StoreSettings(
                        "jdbc:postgresql://db:5432/vedette?password=s3cret", "app", "s3cret", 4);

        assertThat(settings.toString())
                .isEqualTo("StoreSettings[jdbc:postgresql://db:5432/vedette, app, pool 4]");
    }

    @Test
    void refusesAnotherKindOfDatabaseWithoutShowingItsCredentials() {
        assertThatThrownBy(() -> new StoreSettings("mysql://app:s3cret@db/x", "app", "", 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Store url must begin with jdbc:postgresql: but was 'mysql://***@db/x'.");
    }

    @Test
    void refusesAnEmptyPoolAndABlankUser() {
        assertThatThrownBy(() -> new StoreSettings("jdbc:postgresql://db/x", "app", "", 0))
                .hasMessage("Store jdbc:postgresql://db/x: pool size must be positive but was 0.");
        assertThatThrownBy(() -> new StoreSettings("jdbc:postgresql://db/x", " ", "", 1))
                .hasMessage("Store jdbc:postgresql://db/x: user must not be blank.");
    }
}
