package io.redress.audit;

import io.redress.audit.log.Effect;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The net effect of a transaction on one record, however often the transaction wrote it. */
final class RecordChange {

    private static final String CHANGED = "changed";

    private Effect effect;
    private final Map<String, Values> fields = new TreeMap<>();

    /** @param shown field name by which {@link ShownValues} decides */
    private record Values(String shown, Object before, Object after) {}

    RecordChange(Effect effect) {
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }

    /** A created record stays {@code CREATED} until it is removed, also when it changes afterwards. */
    void become(Effect next) {
        if (next != Effect.CHANGED) {
            effect = next;
        }
    }

    void changed(String field, String shown, Object before, Object after) {
        fields.merge(
                field,
                new Values(shown, before, after),
                (known, now) -> new Values(shown, known.before(), now.after()));
    }

    /** For a new value, or one that replaces a removed value. */
    void added(String field, String shown, Object after) {
        changed(field, shown, null, after);
    }

    /** For a removed value; {@link #added} may already have set its replacement. */
    void removed(String field, String shown, Object before) {
        fields.merge(
                field,
                new Values(shown, before, null),
                (known, now) -> known.before() == null
                        ? new Values(shown, before, known.after())
                        : new Values(shown, known.before(), null));
    }

    /** Field → [before, after], or "changed"; without fields that returned to their old value. */
    Map<String, Object> fields(ShownValues shown) {
        var told = new TreeMap<String, Object>();
        fields.forEach((field, values) -> {
            if (!Objects.deepEquals(values.before(), values.after())) {
                told.put(field, told(values, shown));
            }
        });
        return told;
    }

    private static Object told(Values values, ShownValues shown) {
        var before = shown.of(values.shown(), values.before());
        var after = shown.of(values.shown(), values.after());
        var isHidden = before == null && values.before() != null || after == null && values.after() != null;
        return isHidden ? CHANGED : Arrays.asList(before, after);
    }
}
