package io.redress.bulletin.word;

import io.redress.bulletin.print.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks a heading into lines of about the same length, preferably between words (回行要词意完整、排列对称). There is no
 * dictionary; the word list contains the words that such headings use.
 */
public final class BalancedLines {

    private static final List<String> WORDS = List.of(
            "事件", "处置", "工作", "情况", "周报", "简报", "平台", "投资人", "受损", "登记", "回访", "安抚", "信息", "披露", "督促", "矛盾", "纠纷", "化解",
            "进展", "分支机构", "领导小组", "办公室", "防范", "非法集资", "有限公司", "委员会", "工业", "信息化", "人民政府", "金融", "管理", "服务", "中心", "投资",
            "各项", "及其", "专班");

    /** The name of a city or a county is one word: 潮州市, 湘桥区. */
    private static final Pattern PLACE = Pattern.compile("(?<=^|[省市])\\p{IsHan}{2,3}?[省市区县]");

    private static final String ENDS_NO_LINE = "“‘（《〈「『【〔(";
    private static final String BEGINS_NO_LINE = "”’）》〉」』】〕)，。、；：？！…—";
    private static final String GOOD_TO_END_WITH = "”）》，、；";
    private static final String GOOD_TO_BEGIN_WITH = "“（《和及与";

    private static final int NEVER = 1_000_000;
    private static final int WITHIN_A_WORD = 400;
    private static final int ANYWHERE = 60;
    private static final int BETWEEN_WORDS = 25;

    private final int[] letters;
    private final int[] costs;

    private BalancedLines(String text) {
        this.letters = text.codePoints().toArray();
        this.costs = new int[letters.length + 1];
        for (var at = 1; at < letters.length; at++) {
            costs[at] = cost(text, at);
        }
    }

    /** Breaks into the smallest number of lines for the given half-widths per line, joined by line feeds. */
    static String of(String text, int halfWidths) {
        var whole = PrintableText.halfWidths(text);
        var lines = (whole + halfWidths - 1) / halfWidths;
        return whole <= halfWidths ? text : String.join("\n", into(lines, text));
    }

    static List<String> into(int lines, String text) {
        var balanced = new BalancedLines(text);
        var ends = balanced.ends(0, lines, PrintableText.halfWidths(text) / lines);
        var broken = new ArrayList<String>();
        var start = 0;
        for (var end : ends.at) {
            broken.add(new String(balanced.letters, start, end - start));
            start = end;
        }
        return broken;
    }

    private record Ends(List<Integer> at, long cost) {}

    /** Headings are short, so every division is tried. */
    private Ends ends(int start, int lines, int wanted) {
        if (lines == 1) {
            return new Ends(List.of(letters.length), raggedness(start, letters.length, wanted));
        }
        var best = new Ends(List.of(), Long.MAX_VALUE);
        for (var end = start + 1; end <= letters.length - lines + 1; end++) {
            var here = raggedness(start, end, wanted);
            if (here > NEVER && best.cost < NEVER) {
                continue;
            }
            var rest = ends(end, lines - 1, wanted);
            var cost = here + costs[end] + rest.cost;
            if (cost < best.cost) {
                var at = new ArrayList<>(List.of(end));
                at.addAll(rest.at);
                best = new Ends(at, cost);
            }
        }
        return best;
    }

    private long raggedness(int start, int end, int wanted) {
        var width = PrintableText.halfWidths(new String(letters, start, end - start));
        return (long) (width - wanted) * (width - wanted);
    }

    private int cost(String text, int at) {
        var before = Character.toString(letters[at - 1]);
        var after = Character.toString(letters[at]);
        var isWithinLatin = PrintableText.halfWidths(before) == 1 && PrintableText.halfWidths(after) == 1;
        if (isWithinLatin || ENDS_NO_LINE.contains(before) || BEGINS_NO_LINE.contains(after)) {
            return NEVER;
        }
        var index = text.offsetByCodePoints(0, at);
        if (WORDS.stream().anyMatch(word -> isWithin(text, word, index)) || isWithinPlace(text, index)) {
            return WITHIN_A_WORD;
        }
        if (GOOD_TO_END_WITH.contains(before) || GOOD_TO_BEGIN_WITH.contains(after)) {
            return 0;
        }
        var isBetweenWords = WORDS.stream()
                .anyMatch(word ->
                        text.startsWith(word, index) || text.substring(0, index).endsWith(word));
        return isBetweenWords || before.equals("的") ? BETWEEN_WORDS : ANYWHERE;
    }

    private static boolean isWithinPlace(String text, int index) {
        return PLACE.matcher(text).results().anyMatch(place -> place.start() < index && index < place.end());
    }

    private static boolean isWithin(String text, String word, int index) {
        for (var start = Math.max(0, index - word.length() + 1); start < index; start++) {
            if (text.startsWith(word, start)) {
                return true;
            }
        }
        return false;
    }
}
