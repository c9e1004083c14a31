package io.redress.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Surnames with a special reading: 单 is shàn, not dān. Where families differ (盖, 覃), it is the most common reading in
 * Guangdong. Compound surnames take precedence: 单于 is chán yú.
 */
final class Surnames {

    private static final Map<String, String> READINGS = readings("单 shan 單 shan 曾 zeng 区 ou 區 ou 仇 qiu 解 xie 查 zha "
            + "朴 piao 盖 ge 蓋 ge 乐 yue 樂 yue 员 yun 員 yun 贠 yun 缪 miao 繆 miao 翟 zhai 覃 qin 折 she 黑 he 种 chong "
            + "召 shao 繁 po 秘 bi 句 gou 祭 zhai 能 nai 乜 nie 佴 nai 阚 kan 闞 kan 藏 zang 薄 bo 重 chong 洗 xian 粘 nian "
            + "都 du 万 wan 任 ren 幺 yao");

    private static final Map<String, String> COMPOUNDS = readings("单于 chan,yu 單于 chan,yu 万俟 mo,qi 萬俟 mo,qi 尉迟 yu,chi "
            + "尉遲 yu,chi 长孙 zhang,sun 長孫 zhang,sun 澹台 tan,tai 澹臺 tan,tai 鲜于 xian,yu 鮮于 xian,yu 拓跋 tuo,ba");

    private Surnames() {}

    /**
     * A surname at the beginning of a name, and its special reading.
     *
     * @param surname as written
     * @param syllables the reading, separated by commas
     */
    record Reading(String surname, String syllables) {}

    static Optional<Reading> startOf(String name) {
        var length = name.codePointCount(0, name.length());
        if (length > 2) {
            var two = name.substring(0, name.offsetByCodePoints(0, 2));
            if (COMPOUNDS.containsKey(two)) {
                return Optional.of(new Reading(two, COMPOUNDS.get(two)));
            }
        }
        if (length == 0) {
            return Optional.empty();
        }
        var one = name.substring(0, name.offsetByCodePoints(0, 1));
        return Optional.ofNullable(READINGS.get(one)).map(syllable -> new Reading(one, syllable));
    }

    private static Map<String, String> readings(String pairs) {
        var words = pairs.split(" ");
        var readings = new HashMap<String, String>();
        for (var i = 0; i < words.length; i += 2) {
            readings.put(words[i], words[i + 1]);
        }
        return Map.copyOf(readings);
    }
}
