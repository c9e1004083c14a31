package io.redress.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Taking in a newcomer with two investments and a repayment: the work an office does all day. */
final class Registering {

    private static final String PATH = "/api/v1/registrations";

    private Registering() {}

    /** One by the client at hand. */
    static void once(Office office, String platform, String area, Invented person) throws Exception {
        office.send(
                "POST",
                PATH,
                body(platform, area, person),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static Map<String, Object> body(String platform, String area, Invented person) {
        return Map.of(
                "platformId",
                platform,
                "channel",
                "WINDOW",
                "investor",
                Map.of(
                        "kind",
                        "PERSON",
                        "name",
                        person.name(),
                        "documentType",
                        "RESIDENT_ID",
                        "documentNumber",
                        person.documentNumber(),
                        "phone",
                        person.phone(),
                        "address",
                        Map.of("areaCode", area, "text", person.street())),
                "investments",
                List.of(
                        Map.of(
                                "product",
                                "季季盈",
                                "investedOn",
                                "2019-05-20",
                                "principal",
                                person.firstPrincipal() + ".00"),
                        Map.of(
                                "product",
                                "月月红",
                                "investedOn",
                                "2019-08-01",
                                "principal",
                                person.secondPrincipal() + ".00")),
                "repayments",
                List.of(Map.of("repaidOn", "2019-11-20", "kind", "INTEREST", "amount", person.returned() + ".00")),
                "evidenceShown",
                List.of("IDENTITY_DOCUMENT", "CONTRACT"),
                "noticesGiven",
                List.of(
                        "REGISTRATION_IS_NOT_A_POLICE_REPORT",
                        "LOSSES_ARE_BORNE_BY_PARTICIPANTS",
                        "PERSONAL_INFORMATION_NOTICE"));
    }

    /**
     * Newcomers without end.
     *
     * @param round each with other people
     */
    static String script(int round, List<String> platforms, List<String> areas, String cookie) {
        return "local platforms = " + table(platforms) + "\nlocal areas = " + table(areas) + "\nlocal cookie = \""
                + cookie
                + "\"\nlocal round = " + round + "\n" + """
                local weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
                local threads = 0
                function setup(thread) thread:set("id", threads) threads = threads + 1 end
                local n = 0
                function init() math.randomseed(round * 100 + id) end
                local function document()
                  local digits = string.format("44%02d%02d%s%03d", 20 + round, 1 + id,
                    os.date("!%Y%m%d", (n % 12000) * 86400), math.floor(n / 12000) + 1)
                  local sum = 0
                  for i = 1, 17 do sum = sum + weights[i] * (digits:byte(i) - 48) end
                  return digits .. ("10X98765432"):sub(sum % 11 + 1, sum % 11 + 1)
                end
                local function key()
                  return string.format("%08x-%04x-4%03x-a%03x-%06x%06x", math.random(0, 2^31 - 1), math.random(0, 65535),
                    math.random(0, 4095), math.random(0, 4095), math.random(0, 2^24 - 1), math.random(0, 2^24 - 1))
                end
                function request()
                  n = n + 1
                  local body = string.format('{"platformId":"%s","channel":"WINDOW","investor":{"kind":"PERSON","name":"陈示例",'
                    .. '"documentType":"RESIDENT_ID","documentNumber":"%s","phone":"138%08d",'
                    .. '"address":{"areaCode":"%s","text":"开元路%d号"}},'
                    .. '"investments":[{"product":"季季盈","investedOn":"2019-05-20","principal":"50000.00"},'
                    .. '{"product":"月月红","investedOn":"2019-08-01","principal":"%d000.00"}],'
                    .. '"repayments":[{"repaidOn":"2019-11-20","kind":"INTEREST","amount":"1200.00"}],'
                    .. '"evidenceShown":["IDENTITY_DOCUMENT","CONTRACT"],"noticesGiven":['
                    .. '"REGISTRATION_IS_NOT_A_POLICE_REPORT","LOSSES_ARE_BORNE_BY_PARTICIPANTS","PERSONAL_INFORMATION_NOTICE"]}',
                    platforms[n % #platforms + 1], document(), (n * 7919 + id) % 100000000,
                    areas[math.random(#areas)], n % 300 + 1, n % 200 + 1)
                  return wrk.format("POST", "/api/v1/registrations",
                    {["Cookie"] = cookie, ["Content-Type"] = "application/json", ["Idempotency-Key"] = key()}, body)
                end
                """;
    }

    private static String table(List<String> values) {
        return "{\"" + String.join("\", \"", values) + "\"}";
    }
}
