namespace FromScratch;

/// <summary>
/// The exercises of the course, one method each: give it your function or your answer, and it says whether that is right, what it tried,
/// and, after each wrong try, the next hint. <c>LessonNN.cs</c> holds those of lesson NN, declared through <see cref="Judge"/>.
/// </summary>
public static partial class Check;
