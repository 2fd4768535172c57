package org.cloudtransfer.demo.sample;

import java.util.ArrayList;
import java.util.List;

/** Projects and users. */
record People(List<SampleProject> projects, List<SampleUser> users) {
  static final int PROJECTS = 52;
  static final int SQL_USERS = 104;

  private static final List<String> PROJECT_NAMES =
      List.of("web", "Projekt Ümläut", "data science", "ci/cd", "o'brien", "\"quoted\"", "研究");

  /** Logins as directories have them. */
  private static final List<String> LOGINS =
      List.of(
          "jürgen",
          "anna.berg",
          "o'neill",
          "max@example.org",
          "Łukasz",
          "EXAMPLE\\eve",
          "space man",
          "CamelCase",
          "0815",
          "a",
          "müller, anna",
          "team/ci",
          "100%",
          "a+b=c&d",
          "deadbeef",
          "very-long-login-of-sixty-four-characters-that-is-what-fits-in-it");

  private static final List<String> FIRST = List.of("ada", "bob", "cem", "dora", "emil", "fatima");

  static People describe() {
    return new People(describeProjects(), describeUsers());
  }

  private static List<SampleProject> describeProjects() {
    List<SampleProject> projects = new ArrayList<>();
    for (int i = 0; i < PROJECTS; i++) {
      String name = i < PROJECT_NAMES.size() ? PROJECT_NAMES.get(i) : "project-" + i;
      String domain = i % 13 == 12 ? Sample.PARTNER_DOMAIN : Sample.DEFAULT_DOMAIN;
      boolean enabled = i != 9;
      projects.add(new SampleProject(Ids.hex("project-" + i), name, domain, enabled, true, true));
    }
    projects.add(gone("left behind", true));
    projects.add(gone("removed long ago", false));
    return projects;
  }

  private static SampleProject gone(String name, boolean inSource) {
    return new SampleProject(Ids.hex(name), name, Sample.DEFAULT_DOMAIN, true, inSource, false);
  }

  private static List<SampleUser> describeUsers() {
    List<SampleUser> users = new ArrayList<>();
    for (int i = 0; i < SQL_USERS; i++) {
      users.add(new SampleUser(Ids.hex("user-" + i), "user" + i, SampleUser.Kind.SQL));
      users.add(ldap(i < LOGINS.size() ? LOGINS.get(i) : login(i), SampleUser.Kind.LDAP));
    }
    users.add(ldap("twin", SampleUser.Kind.TWIN));
    users.add(ldap("left.the.company", SampleUser.Kind.GONE));
    users.add(new SampleUser(Ids.hex("user-gone"), "gone", SampleUser.Kind.GONE));
    return users;
  }

  private static SampleUser ldap(String login, SampleUser.Kind kind) {
    return new SampleUser(login, login, kind);
  }

  private static String login(int i) {
    return FIRST.get(i % FIRST.size()) + i;
  }

  /** A project that the new cloud has, too. */
  SampleProject project(int i) {
    return projects.get(i % PROJECTS);
  }

  /** The projects that the new cloud lacks. */
  List<SampleProject> goneProjects() {
    return projects.stream().filter(project -> !project.inTarget()).toList();
  }

  /** A user of the directory. */
  SampleUser ldapUser(int i) {
    return users.get(2 * (i % SQL_USERS) + 1);
  }

  /** A user of the SQL tables. */
  SampleUser sqlUser(int i) {
    return users.get(2 * (i % SQL_USERS));
  }

  /** The users for whom the new cloud has no account, or two. */
  List<SampleUser> unplacedUsers() {
    return users.stream().filter(user -> !user.isPlaced()).toList();
  }
}
