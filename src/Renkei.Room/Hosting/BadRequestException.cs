namespace Renkei.Room.Hosting;

/// <summary>The page, or a test, asked for something that is not there or makes no sense.</summary>
/// <param name="message">What is wrong, for the developer of the page.</param>
/// <param name="status">HTTP status for the page.</param>
public sealed class BadRequestException(string message, int status = 400) : Exception(message)
{
    /// <summary>HTTP status for the page: 400, 404 or 409.</summary>
    public int Status { get; } = status;
}
