using System.CommandLine;
using Ingestion.Bench;

return await new RootCommand("Measures Ingestion: how well it cleans, and how much it carries.")
{
    CleanCommand.Create(),
}.Parse(args).InvokeAsync();
