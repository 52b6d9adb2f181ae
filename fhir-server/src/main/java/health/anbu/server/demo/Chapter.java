package health.anbu.server.demo;

/** One part of the story: does something from outside, and claims what must follow from it. */
interface Chapter {

  String title();

  void play(Outside outside, StoryLog log);
}
