package io.redress.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests for platforms and registrations; all people in them are invented. */
@Singleton
public class Register {

    public static final String KAIYUAN = "445102010001";
    public static final String NEW_TAIPING = "445102010000";
    public static final String CHENGXI = "445102008000";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final People people;

    Register(People people) {
        this.people = people;
    }

    /** A platform that no other test uses. */
    public String platform() {
        return platform("平台" + SERIAL.incrementAndGet());
    }

    public String platform(String name) {
        return enter(platformRequest(name));
    }

    /** @param parts of the loss formula, beside principal paid back */
    public String platformThatSetsOff(String... parts) {
        var request = platformRequest("平台" + SERIAL.incrementAndGet());
        request.put("setOff", List.of(parts));
        return enter(request);
    }

    private String enter(Map<String, Object> request) {
        return people.chief()
                .body(request)
                .post("/api/v1/platforms")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A request to enter a watched platform that has collapsed. */
    public static Map<String, Object> platformRequest(String name) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "kind",
                "ONLINE_LENDING",
                "stage",
                "COLLAPSED",
                "setOff",
                List.of("RETURNS", "CONSUMPTION", "GOODS"),
                "watched",
                true));
    }

    /** A valid, invented resident number that no other test uses. */
    public static String residentNumber() {
        return residentNumber("445102", "1970%02d%02d", SERIAL.incrementAndGet());
    }

    private static String residentNumber(String area, String birth, int serial) {
        var born = birth.formatted(1 + serial / 1000 % 12, 1 + serial / 12000 % 28);
        var seventeen = area + born + "%03d".formatted(serial % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * weights[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    /** A request to register a new person who paid 50 000 and got 1 200 back. */
    public static Map<String, Object> request(String platformId) {
        return request(platformId, residentNumber());
    }

    public static Map<String, Object> request(String platformId, String residentNumber) {
        var request = new HashMap<String, Object>();
        request.put("platformId", platformId);
        request.put("channel", "WINDOW");
        request.put(
                "investor",
                new HashMap<>(Map.of(
                        "kind",
                        "PERSON",
                        "name",
                        "陈小明",
                        "documentType",
                        "RESIDENT_ID",
                        "documentNumber",
                        residentNumber,
                        "phone",
                        "13800138000",
                        "address",
                        new HashMap<>(Map.of("areaCode", KAIYUAN, "text", "开元路12号")))));
        request.put("investments", new ArrayList<>(List.of(investment("50000.00"))));
        request.put("repayments", new ArrayList<>(List.of(repayment("1200.00"))));
        request.put("evidenceShown", Set.of("IDENTITY_DOCUMENT", "CONTRACT"));
        request.put(
                "noticesGiven",
                Set.of(
                        "REGISTRATION_IS_NOT_A_POLICE_REPORT",
                        "LOSSES_ARE_BORNE_BY_PARTICIPANTS",
                        "PERSONAL_INFORMATION_NOTICE"));
        return request;
    }

    public static Map<String, Object> investment(String principal) {
        return new HashMap<>(Map.of("product", "活期宝", "investedOn", "2019-05-20", "principal", principal));
    }

    public static Map<String, Object> repayment(String amount) {
        return new HashMap<>(Map.of("repaidOn", "2019-11-20", "kind", "INTEREST", "amount", amount));
    }

    /** An agent with a power of attorney. */
    public static Map<String, Object> agent(String number) {
        var agent = new HashMap<String, Object>();
        agent.put("capacity", "AGENT");
        agent.put("name", "陈大文");
        agent.put("documentType", "RESIDENT_ID");
        agent.put("documentNumber", number);
        agent.put("relation", "父子");
        agent.put("papers", List.of("POWER_OF_ATTORNEY"));
        return agent;
    }

    /** A request as JSON text with one value replaced. */
    public static String with(Map<String, Object> request, String place, String value) throws IOException {
        var tree = JSON.<JsonNode>valueToTree(request);
        var pointer = JsonPointer.compile(place);
        var holder = tree.at(pointer.head());
        // The raw text goes in last: a lone surrogate would not survive parsing and writing.
        var mark = "here it comes";
        if (holder instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), mark);
        } else {
            ((ObjectNode) holder).put(pointer.last().getMatchingProperty(), mark);
        }
        return JSON.writeValueAsString(tree).replace("\"" + mark + "\"", value);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> investorOf(Map<String, Object> request) {
        return (Map<String, Object>) request.get("investor");
    }

    /** Registers, and returns the view. */
    public JsonPath register(Map<String, Object> request) {
        return people.clerk()
                .body(request)
                .post("/api/v1/registrations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public JsonPath register(String platformId) {
        return register(request(platformId));
    }
}
