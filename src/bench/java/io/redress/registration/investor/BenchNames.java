package io.redress.registration.investor;

import io.redress.privacy.BlindIndex;
import java.util.function.BiConsumer;

/** The texts by which a name is found, without starting the program. */
public final class BenchNames {

    private BenchNames() {}

    public record Text(BlindIndex kind, String text) {}

    public static void each(String name, BiConsumer<Text, Boolean> text) {
        NameTerms.of(name).forEach((term, isWhole) -> text.accept(new Text(term.kind(), term.text()), isWhole));
    }
}
