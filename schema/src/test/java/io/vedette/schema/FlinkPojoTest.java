package io.vedette.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that crosses Flink is a POJO all the way down and survives its serializer. */
class FlinkPojoTest {

    static Stream<Object> records() {
        return Stream.of(
                Examples.RESULT,
                Examples.EMPTY_RESULT,
                Examples.FACE_RESULT,
                Examples.CAMERA,
                Examples.WEIGHED_CAMERA,
                Camera.of("a", "file:/x.mp4"),
                Examples.ROLLOUT,
                Examples.SETTLED_ROLLOUT,
                Examples.EVENT,
                Examples.TRACK,
                Examples.FRAME,
                new Frame("a", 0, Examples.CAPTURED, Examples.ARRIVED, 1, 1, null, null),
                Examples.SNAPSHOT,
                Examples.DEAD_LETTER,
                new DeadLetter(null, "decode", "no key", Examples.ARRIVED, null, null, null));
    }

    @ParameterizedTest
    @MethodSource("records")
    void isAPojoAndRoundTrips(Object record) throws IOException {
        TypeInformation<Object> type = typeOf(record);
        assertThat(type).isInstanceOf(PojoTypeInfo.class);

        Object copy = roundTrip(serializer(type), record);

        assertThat(copy).isEqualTo(record);
    }

    @SuppressWarnings("unchecked")
    private static TypeInformation<Object> typeOf(Object record) {
        return (TypeInformation<Object>) TypeInformation.of(record.getClass());
    }

    private static TypeSerializer<Object> serializer(TypeInformation<Object> type) {
        Configuration noKryo = new Configuration().set(PipelineOptions.GENERIC_TYPES, false);
        return type.createSerializer(new SerializerConfigImpl(noKryo));
    }

    private static Object roundTrip(TypeSerializer<Object> serializer, Object value)
            throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(1024);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
