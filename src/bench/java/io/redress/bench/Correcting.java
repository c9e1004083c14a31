package io.redress.bench;

import io.redress.testing.Statement;
import java.util.List;
import java.util.Map;

/** Putting right what somebody invested: both lines are replaced, and the difference is counted. */
final class Correcting {

    /** How many different registrations a run of requests corrects, each a version after the other. */
    static final int SOME = 2_000;

    private Correcting() {}

    /** Once by the client at hand; to amounts that nobody was loaded with. */
    static void once(Office office, String registration, int version) throws Exception {
        office.send(
                "POST",
                "/api/v1/registrations/" + registration + "/correct",
                Map.of(
                        "reason",
                        "金额有误",
                        "investments",
                        List.of(line("季季盈", "2019-05-20", 60_123 + version), line("月月红", "2019-08-01", 70_000))),
                "If-Match",
                "\"" + version + "\"");
    }

    private static Map<String, Object> line(String product, String day, int principal) {
        return Map.of("product", product, "investedOn", day, "principal", principal + ".00");
    }

    /** The statements of one correction, so that they can be sent again and again for the same registration. */
    static List<Statement> again(List<Statement> heard, String registration) {
        return heard.stream()
                .map(statement -> statement.sql().startsWith("delete from investment")
                        ? new Statement("delete from investment where registration_id=$1", List.of(registration))
                        : new Statement(statement.sql().replaceAll(" and version=\\$\\d+", ""), statement.parameters()))
                .toList();
    }

    /** A script of wrk's that corrects these, none of which has been corrected yet, again and again. */
    static String script(List<String> registrations, String cookie) {
        return "local all = {\"" + String.join("\", \"", registrations) + "\"}\n"
                + "local cookie = " + Wrk.quoted(cookie) + "\n" + """
                local threads = 0
                function setup(thread) thread:set("id", threads) threads = threads + 1 end
                local n
                -- wrk asks the first thread for one more, which it looks at and does not send
                function init() n = id == 0 and -1 or 0 end
                function request()
                  local mine = math.floor(#all / 2)
                  local turn = math.max(n, 0)
                  local version = math.floor(turn / mine)
                  local registration = all[turn % mine * 2 + id + 1]
                  n = n + 1
                  local body = string.format('{"reason":"金额有误","investments":['
                    .. '{"product":"季季盈","investedOn":"2019-05-20","principal":"%d.00"},'
                    .. '{"product":"月月红","investedOn":"2019-08-01","principal":"70000.00"}]}', 60123 + version)
                  return wrk.format("POST", "/api/v1/registrations/" .. registration .. "/correct",
                    {["Cookie"] = cookie, ["Content-Type"] = "application/json", ["If-Match"] = '"' .. version .. '"'}, body)
                end
                """;
    }
}
