using System.CommandLine;
using Ingestion.AllInOne.Cli;

// SIGTERM is the host's: it finishes what is in hand. The command line would end the process after two seconds.
return await IngestionCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
