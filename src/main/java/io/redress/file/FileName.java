package io.redress.file;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A file name that is safe to store, show and save on any office PC. */
public final class FileName {

    private static final int LONGEST = 120;
    private static final String NAMELESS = "附件";

    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    /** Control and format characters; the latter can reverse the reading direction and so disguise {@code fdp.exe}. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern BARRED_BY_WINDOWS = Pattern.compile("[<>:\"|?*]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}]+");
    private static final Pattern OUTER_DOTS = Pattern.compile("^[. ]+|[. ]+$");

    /** With at least one letter: a date or a version at the end of a name is not an extension. */
    private static final Pattern EXTENSION = Pattern.compile("\\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,5}$");

    private static final Pattern RESERVED = Pattern.compile(
            "(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9¹²³])(?: *\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /**
     * Sanitises a file name: removes folders, invisible characters and characters that Windows forbids, limits it to
     * 120 characters, and gives it an extension of its type. An empty result becomes 附件.
     *
     * @param given as the sender named it; may be null
     */
    public static String safe(String given, FileType type) {
        var name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        name = UNSEEN.matcher(FOLDERS.matcher(name).replaceFirst("")).replaceAll("");
        name = SPACES.matcher(BARRED_BY_WINDOWS.matcher(name).replaceAll("_")).replaceAll(" ");
        name = withoutOuterDots(name);
        if (type.isNamed(withoutExtension(name))) {
            name = withoutExtension(name);
        }
        var extension = type.isNamed(name) ? name.substring(name.lastIndexOf('.')) : "." + type.extension();
        var stem = withoutExtension(name);
        stem = stem.isEmpty() ? NAMELESS : stem;
        stem = RESERVED.matcher(stem).matches() ? "_" + stem : stem;
        return withoutOuterDots(firstCharacters(stem, LONGEST - extension.length())) + extension;
    }

    private static String withoutExtension(String name) {
        return withoutOuterDots(EXTENSION.matcher(name).replaceFirst(""));
    }

    private static String withoutOuterDots(String name) {
        return OUTER_DOTS.matcher(name).replaceAll("");
    }

    private static String firstCharacters(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
