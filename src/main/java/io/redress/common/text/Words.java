package io.redress.common.text;

import io.redress.common.time.PartialDate;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The words of problems, warnings and notices, in the caller's language; Chinese unless English is preferred. */
public final class Words {

    private static final Locale CHINESE = Locale.ROOT;
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("problems", locale, EXACT);
    }

    public static Words in(List<Locale> preferred) {
        for (var locale : preferred) {
            if (locale.getLanguage().equals("en")) {
                return new Words(Locale.ENGLISH);
            }
            if (locale.getLanguage().equals("zh")) {
                break;
            }
        }
        return new Words(CHINESE);
    }

    public static Words chinese() {
        return new Words(CHINESE);
    }

    /** The words for a key, with its arguments filled in; the key itself is never shown to a person. */
    public String of(String key, Object... arguments) {
        try {
            return new MessageFormat(bundle.getString(key), locale).format(spoken(arguments));
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no words for " + key, e);
        }
    }

    private Object[] spoken(Object... arguments) {
        return Stream.of(arguments)
                .map(argument -> argument instanceof PartialDate date ? date.in(locale) : argument)
                .toArray();
    }

    /** When it is worth trying again: to the second for two minutes, and to the minute for two hours; never too early. */
    public String ofWait(Duration wait) {
        var seconds = wait.toSeconds();
        if (seconds <= 120) {
            return of("retry-after.seconds", Long.toString(seconds));
        }
        var minutes = (seconds + 59) / 60;
        return minutes <= 120
                ? of("retry-after.minutes", Long.toString(minutes))
                : of("retry-after.hours", Long.toString((minutes + 59) / 60));
    }

    /** Two sentences, as this language sets them. */
    public String joined(String first, String second) {
        return locale.equals(Locale.ENGLISH) ? first + " " + second : first + second;
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The language they are in, for Content-Language. */
    public Locale language() {
        return locale.equals(Locale.ENGLISH) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
