package io.redress.common.text;

import java.text.Normalizer;

/**
 * Chinese characters under their usual code points. Text from a PDF has Kangxi radicals (U+2F00 to U+2FD5) and radicals
 * of the CJK supplement (U+2E80 to U+2EF3) for characters that look the same. Text from old GBK systems has private-use
 * code points for characters that Unicode did not have then. A search for 高文强 does not find 高⽂强, which is nobody's
 * name.
 *
 * <p>Sources: Unicode Character Database, {@code EquivalentUnifiedIdeograph.txt}, with which NFKC agrees for the Kangxi
 * radicals; GB 18030-2022 for FE50 to FEA0 and the other code points that GB 18030-2000 left in the private use area.
 */
final class Ideographs {

    private static final int KANGXI_FIRST = 0x2F00;
    private static final int KANGXI_LAST = 0x2FD5;
    private static final int SUPPLEMENT_FIRST = 0x2E80;
    private static final int SUPPLEMENT_LAST = 0x2EF3;

    /** For U+2E80 to U+2EF3, in this order; a space means that there is no equivalent. */
    private static final int[] SUPPLEMENT = codePoints(" 厂乛乚乙亻冂𠘨刀刂卜㔾小尐兀尣尢𡯂巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爬丬牛"
            + "犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艺艻虎衤覀西见角𧢲讠贝𧾷车辶辷辸邑"
            + "钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟");

    /** GBK FE50 to FEA0. */
    private static final int GBK_IDEOGRAPHS_FIRST = 0xE815;

    private static final int[] GBK_IDEOGRAPHS =
            codePoints("⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱" + "䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻");

    /** GBK A6D9 to A6DF, A6EC, A6ED and A6F3: punctuation for vertical text. */
    private static final int GBK_PUNCTUATION_FIRST = 0xE78D;

    private static final int[] GBK_PUNCTUATION = codePoints("︐︒︑︓︔︕︖︗︘︙");

    /** GBK A8BC and A8BF: letters of pinyin. */
    private static final int GBK_LETTERS_FIRST = 0xE7C7;

    private static final int[] GBK_LETTERS = codePoints("ḿǹ");

    /** GBK A989 to A995: ideographic description characters. */
    private static final int GBK_DESCRIPTIONS_FIRST = 0xE7E7;

    private static final int[] GBK_DESCRIPTIONS = codePoints("〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻");

    private Ideographs() {}

    /** The usual code point for this one; nearly all code points stay unchanged. */
    static int unified(int codePoint) {
        if (codePoint < SUPPLEMENT_FIRST) {
            return codePoint;
        }
        var modern = modern(codePoint);
        if (modern >= KANGXI_FIRST && modern <= KANGXI_LAST) {
            return Normalizer.normalize(Character.toString(modern), Normalizer.Form.NFKC)
                    .codePointAt(0);
        }
        if (modern >= SUPPLEMENT_FIRST && modern <= SUPPLEMENT_LAST) {
            var equivalent = SUPPLEMENT[modern - SUPPLEMENT_FIRST];
            return equivalent == ' ' ? modern : equivalent;
        }
        return modern;
    }

    private static int modern(int codePoint) {
        var ideograph = at(codePoint, GBK_IDEOGRAPHS_FIRST, GBK_IDEOGRAPHS);
        var punctuation = at(ideograph, GBK_PUNCTUATION_FIRST, GBK_PUNCTUATION);
        var letter = at(punctuation, GBK_LETTERS_FIRST, GBK_LETTERS);
        return at(letter, GBK_DESCRIPTIONS_FIRST, GBK_DESCRIPTIONS);
    }

    private static int at(int codePoint, int first, int[] table) {
        var place = codePoint - first;
        return place >= 0 && place < table.length ? table[place] : codePoint;
    }

    private static int[] codePoints(String text) {
        return text.codePoints().toArray();
    }
}
