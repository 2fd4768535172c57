package org.cloudtransfer.upload.target;

import com.fasterxml.jackson.databind.JsonNode;
import org.cloudtransfer.upload.cloud.Cloud;
import org.cloudtransfer.upload.cloud.Reply;
import org.cloudtransfer.upload.cloud.Request;
import org.cloudtransfer.upload.cloud.Service;

/** Nova's microversions. */
final class Microversions {
  private Microversions() {}

  /**
   * The highest one that the target speaks, as its refusal of an impossible one tells (406:
   * "Minimum is … and maximum is …"): the version document sits at a place that endpoints hide at
   * will.
   */
  static String highest(Cloud cloud) {
    Reply reply = cloud.reading(Request.get(Service.COMPUTE, "os-keypairs").at("2.9999"));
    JsonNode fault = reply.body().elements().hasNext() ? reply.body().elements().next() : null;
    String message = fault == null ? "" : fault.path("message").asText();
    java.util.regex.Matcher maximum =
        java.util.regex.Pattern.compile("maximum is (\\d{1,4}\\.\\d{1,4})(?!\\d)").matcher(message);
    return maximum.find() ? maximum.group(1) : KeypairTarget.MICROVERSION;
  }

  /** Whether a version includes what came with another. */
  static boolean atLeast(String version, int minor) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1)) >= minor;
  }
}
