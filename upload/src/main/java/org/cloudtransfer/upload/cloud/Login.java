package org.cloudtransfer.upload.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.cloudtransfer.cli.ExitCode;
import org.cloudtransfer.cli.Secret;
import org.cloudtransfer.cli.StopException;
import org.cloudtransfer.upload.cloud.Credentials.ApplicationCredential;
import org.cloudtransfer.upload.cloud.Credentials.ExistingToken;
import org.cloudtransfer.upload.cloud.Credentials.Password;
import org.cloudtransfer.upload.cloud.Credentials.Scope;
import org.cloudtransfer.upload.cloud.Transport.Answer;
import org.cloudtransfer.upload.cloud.Transport.Call;
import org.openstack4j.core.transport.ObjectMapperSingleton;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.openstack.identity.v3.domain.KeystoneAuth;
import org.openstack4j.openstack.identity.v3.domain.KeystoneAuth.AuthScope;
import org.openstack4j.openstack.identity.v3.domain.KeystoneToken;

/** Fetches a token from Keystone v3. */
final class Login implements Supplier<Token> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Credentials credentials;
  private final Transport transport;

  Login(Credentials credentials, Transport transport) {
    this.credentials = credentials;
    this.transport = transport;
  }

  @Override
  public Token get() {
    Answer answer = send();
    if (answer.status() == 401) {
      throw refused(
          "Keystone refused the credentials for " + who() + " (HTTP 401)" + since(), null);
    }
    if (answer.status() == 400 && credentials.scope().system()) {
      throw noSystemScope();
    }
    if (answer.status() / 100 != 2) {
      throw refused("Keystone at " + credentials.authUrl() + " answered " + words(answer), null);
    }
    return token(answer);
  }

  private Answer send() {
    URI uri = URI.create(credentials.authUrl() + "/auth/tokens");
    try {
      return transport.send(new Call("POST", uri, Map.of(), body(), true));
    } catch (NoReplyException e) {
      throw StopException.unreachable(
          "Keystone at " + credentials.authUrl() + " does not answer: " + e.getMessage() + ".",
          "Check OS_AUTH_URL and that this machine can reach it.",
          e);
    }
  }

  private Token token(Answer answer) {
    try {
      KeystoneToken body =
          ObjectMapperSingleton.getContext(KeystoneToken.class)
              .readValue(answer.body(), KeystoneToken.class);
      String id = answer.header("x-subject-token").orElse("");
      if (id.isEmpty()
          || body == null
          || body.getUser() == null
          || body.getUser().getId() == null) {
        throw refused(credentials.authUrl() + " does not answer like Keystone v3", null);
      }
      return new Token(new Secret(id), body);
    } catch (JsonProcessingException e) {
      throw refused(credentials.authUrl() + " does not answer like Keystone v3", e);
    }
  }

  private String body() {
    try {
      ObjectMapper mapper = ObjectMapperSingleton.getContext(KeystoneAuth.class);
      JsonNode body = JSON.readTree(mapper.writeValueAsString(auth()));
      if (credentials.method() instanceof ApplicationCredential a) {
        ((ObjectNode) body.path("auth")).set("identity", identity(a));
      }
      if (credentials.scope().system()) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putObject("system").put("all", true);
        ((ObjectNode) body.path("auth")).set("scope", whole);
      }
      return body.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the log-in request cannot be written", e);
    }
  }

  private KeystoneAuth auth() {
    Credentials.Method method = credentials.method();
    if (method instanceof Password p) {
      String user = p.userId() == null ? p.user() : p.userId();
      Identifier domain = p.userId() == null ? p.domain() : null;
      return new KeystoneAuth(user, p.password().reveal(), domain, scope(credentials.scope()));
    }
    if (method instanceof ExistingToken t) {
      return new KeystoneAuth(t.token().reveal(), scope(credentials.scope()));
    }
    return new KeystoneAuth("replaced", (AuthScope) null);
  }

  /** openstack4j knows no application credentials: this part of the request is written here. */
  private static ObjectNode identity(ApplicationCredential a) {
    ObjectNode credential = JSON.createObjectNode();
    credential.put("secret", a.secret().reveal());
    if (a.id() != null) {
      credential.put("id", a.id());
    } else {
      credential.put("name", a.name());
      credential.set("user", user(a));
    }
    ObjectNode identity = JSON.createObjectNode();
    identity.putArray("methods").add("application_credential");
    identity.set("application_credential", credential);
    return identity;
  }

  private static ObjectNode user(ApplicationCredential a) {
    ObjectNode user = JSON.createObjectNode();
    if (a.userId() != null) {
      return user.put("id", a.userId());
    }
    boolean byId = a.domain().isTypeID();
    user.put("name", a.user()).putObject("domain").put(byId ? "id" : "name", a.domain().getId());
    return user;
  }

  /** openstack4j knows no system scope either. */
  private static AuthScope scope(Scope scope) {
    if (scope.system()) {
      return null;
    }
    return scope.projectId() != null
        ? AuthScope.project(Identifier.byId(scope.projectId()))
        : AuthScope.project(Identifier.byName(scope.project()), scope.domain());
  }

  private String who() {
    Credentials.Method method = credentials.method();
    if (method instanceof Password p) {
      return p.userId() == null ? "user " + p.user() : "user ID " + p.userId();
    }
    return method instanceof ExistingToken ? "the token in OS_TOKEN" : "the application credential";
  }

  private String since() {
    boolean late = credentials.method() instanceof ApplicationCredential;
    return late ? "; it takes application credentials from Queens on" : "";
  }

  private StopException noSystemScope() {
    return new StopException(
        ExitCode.UNREACHABLE,
        "Keystone at " + credentials.authUrl() + " knows no system scope (HTTP 400).",
        "Unset OS_SYSTEM_SCOPE: it came with Queens, and the role admin in the project will do.",
        null);
  }

  private static String words(Answer answer) {
    return "HTTP " + answer.status();
  }

  private static StopException refused(String what, Exception cause) {
    return new StopException(
        ExitCode.UNREACHABLE,
        what + ".",
        "Check the OS_* variables: URL, user, password, project and their domains.",
        cause);
  }
}
