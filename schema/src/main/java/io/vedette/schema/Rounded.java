package io.vedette.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes numbers with as many decimals as they mean, which halves the size of a result. */
abstract class Rounded extends JsonSerializer<Number> {

    private final double scale;

    private Rounded(double scale) {
        this.scale = scale;
    }

    @Override
    public void serialize(Number value, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        json.writeNumber(Math.round(value.doubleValue() * scale) / scale);
    }

    /** Pixels and milliseconds. */
    static final class ToHundredths extends Rounded {
        ToHundredths() {
            super(100);
        }
    }

    /** Confidences. */
    static final class ToTenThousandths extends Rounded {
        ToTenThousandths() {
            super(10_000);
        }
    }
}
